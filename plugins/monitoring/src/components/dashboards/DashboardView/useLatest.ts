import { useCallback, useRef } from 'react';

/**
 * A function that stays the same and calls the one that was given last: for events, so that what
 * it is passed to need not be drawn again.
 */
export function useLatest<A extends unknown[]>(
  call: (...args: A) => void,
): (...args: A) => void {
  const latest = useRef(call);
  latest.current = call;
  return useCallback((...args: A) => latest.current(...args), []);
}
