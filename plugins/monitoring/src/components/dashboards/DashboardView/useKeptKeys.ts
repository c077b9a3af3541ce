import { useMemo, useRef } from 'react';

/** Panels that stay as they are after they were seen; each holds its data and a drawing. */
const MOST_KEPT = 80;

/**
 * Those that are near, and the last ones that were: scrolling back finds them as they were, and
 * a dashboard of thousands of panels does not fill the memory.
 */
export function useKeptKeys(near: ReadonlySet<string>): ReadonlySet<string> {
  const known = useRef<string[]>([]);
  return useMemo(() => {
    const left = known.current.filter(key => !near.has(key));
    const room = Math.max(0, MOST_KEPT - near.size);
    known.current = [...left.slice(Math.max(0, left.length - room)), ...near];
    return new Set(known.current);
  }, [near]);
}
