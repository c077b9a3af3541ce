import { useCallback, useMemo, useState } from 'react';

/**
 * Which series, slices or bars are drawn; the choice outlives a refresh.
 *
 * @param keys - of all of them
 * @param hiddenAtFirst - of those that the author does not show until somebody asks for them
 */
export function useVisibleItems(
  keys: string[],
  hiddenAtFirst: string[] = [],
): {
  visible: ReadonlySet<string>;
  /** Shows one alone, or all again; without `only`, switches it on or off. */
  select: (key: string, only: boolean) => void;
} {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(hiddenAtFirst),
  );

  // A refresh gives a new list of the same keys: nothing has to be drawn again for it.
  const identity = keys.join('\n');
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const known = useMemo(() => keys, [identity]);
  const visible = useMemo(() => {
    const shown = known.filter(key => !hidden.has(key));
    // When the only one shown is gone, all others are better than none.
    return new Set(shown.length ? shown : known);
  }, [known, hidden]);

  const select = useCallback(
    (key: string, only: boolean) =>
      setHidden(() => {
        if (only) {
          const isAlone = visible.size === 1 && visible.has(key);
          return new Set(isAlone ? [] : known.filter(one => one !== key));
        }
        const next = new Set(known.filter(one => !visible.has(one)));
        if (!next.delete(key)) {
          next.add(key);
        }
        return next;
      }),
    [known, visible],
  );

  return { visible, select };
}
