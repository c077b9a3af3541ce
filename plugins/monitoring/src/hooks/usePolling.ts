import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ClockContext } from './Clock';

/** How often screens read a snapshot again, in milliseconds. */
export const SNAPSHOT_INTERVAL = 15_000;

/** What a screen knows of something that is read again and again. */
export interface Polled<T> {
  /** The last answer; kept while a newer one is read, and when that fails. */
  value?: T;
  /** When `value` was read, in Unix milliseconds. */
  loadedAt?: number;
  /** Why the last attempt failed; absent after a success. */
  error?: Error;
  /** Reads again now. */
  refresh: () => void;
}

interface PollState<T> extends Omit<Polled<T>, 'refresh'> {
  load?: () => Promise<T>;
}

/**
 * Reads something now and then again and again while the page is visible.
 *
 * @param load - must be the same function as long as the same thing is read
 * @param interval - pause between two reads, in milliseconds
 */
export function usePolling<T>(
  load: () => Promise<T>,
  interval: number = SNAPSHOT_INTERVAL,
): Polled<T> {
  const clock = useContext(ClockContext);
  const [state, setState] = useState<PollState<T>>({});
  const runRef = useRef<() => void>(() => {});

  useEffect(() => {
    let ended = false;
    let running = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const schedule = (next: () => void) => {
      clearTimeout(timer);
      if (!document.hidden) {
        timer = setTimeout(next, interval);
      }
    };
    const run = async () => {
      clearTimeout(timer);
      if (running || ended) {
        return;
      }
      running = true;
      let next: PollState<T>;
      try {
        next = { load, value: await load(), loadedAt: clock.now() };
      } catch (error) {
        next = { load, error: error as Error };
      }
      running = false;
      if (!ended) {
        setState(old =>
          next.error && old.load === load ? { ...old, ...next } : next,
        );
        schedule(run);
      }
    };
    const onVisibilityChange = () => {
      if (document.hidden) {
        clearTimeout(timer);
      } else {
        run();
      }
    };

    runRef.current = run;
    document.addEventListener('visibilitychange', onVisibilityChange);
    run();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibilityChange);
    };
  }, [load, interval, clock]);

  const refresh = useCallback(() => runRef.current(), []);

  // An answer to another question is not shown, not even for one frame.
  return state.load === load
    ? {
        value: state.value,
        loadedAt: state.loadedAt,
        error: state.error,
        refresh,
      }
    : { refresh };
}
