import { useCallback, useMemo, useState } from 'react';
import { PanelSeries } from '../series';

/** Which series are drawn; the choice outlives a refresh. */
export function useVisibleSeries(series: PanelSeries[]): {
  visible: ReadonlySet<string>;
  /** Shows one series alone, or all again; without `only`, switches it on or off. */
  select: (key: string, only: boolean) => void;
} {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const keys = useMemo(() => series.map(({ key }) => key), [series]);
  const visible = useMemo(() => {
    const shown = keys.filter(key => !hidden.has(key));
    // When the only series shown is gone, all others are better than none.
    return new Set(shown.length ? shown : keys);
  }, [keys, hidden]);

  const select = useCallback(
    (key: string, only: boolean) =>
      setHidden(() => {
        if (only) {
          const isAlone = visible.size === 1 && visible.has(key);
          return new Set(isAlone ? [] : keys.filter(one => one !== key));
        }
        const next = new Set(keys.filter(one => !visible.has(one)));
        if (!next.delete(key)) {
          next.add(key);
        }
        return next;
      }),
    [keys, visible],
  );

  return { visible, select };
}
