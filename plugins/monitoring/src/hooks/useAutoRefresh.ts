import { useEffect, useState } from 'react';

/** Grafana's shortest interval too. */
const SHORTEST = 5_000;

/**
 * Calls `refresh` again and again while the page is visible, and at once when it is shown
 * again.
 *
 * @param interval - in milliseconds; absent means never
 * @returns whether it rests because the page is hidden
 */
export function useAutoRefresh(
  refresh: () => void,
  interval: number | undefined,
): boolean {
  const [isHidden, setHidden] = useState(() => document.hidden);

  useEffect(() => {
    const onVisibilityChange = () => {
      setHidden(document.hidden);
      if (!document.hidden && interval) {
        refresh();
      }
    };
    document.addEventListener('visibilitychange', onVisibilityChange);
    return () =>
      document.removeEventListener('visibilitychange', onVisibilityChange);
  }, [refresh, interval]);

  useEffect(() => {
    if (!interval || isHidden) {
      return undefined;
    }
    const timer = setInterval(refresh, Math.max(SHORTEST, interval));
    return () => clearInterval(timer);
  }, [refresh, interval, isHidden]);

  return Boolean(interval) && isHidden;
}
