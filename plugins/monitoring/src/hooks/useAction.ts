import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that a person asks for and that takes a while. */
export interface Action<Args extends unknown[]> {
  run: (...args: Args) => void;
  isBusy: boolean;
  /** Why the last try failed; absent after a success and while a new one runs. */
  error?: Error;
}

/** Does `perform` when asked to, never twice at the same time, and keeps what went wrong. */
export function useAction<Args extends unknown[]>(
  perform: (...args: Args) => Promise<void>,
): Action<Args> {
  const [state, setState] = useState<{ isBusy: boolean; error?: Error }>({
    isBusy: false,
  });
  const performRef = useRef(perform);
  const busyRef = useRef(false);
  const endedRef = useRef(false);
  performRef.current = perform;
  useEffect(() => {
    endedRef.current = false;
    return () => {
      endedRef.current = true;
    };
  }, []);

  const run = useCallback(async (...args: Args) => {
    if (busyRef.current) {
      return;
    }
    busyRef.current = true;
    setState({ isBusy: true });
    let error: Error | undefined;
    try {
      await performRef.current(...args);
    } catch (thrown) {
      error = thrown as Error;
    }
    busyRef.current = false;
    if (!endedRef.current) {
      setState({ isBusy: false, error });
    }
  }, []);

  return { run, ...state };
}
