import { useEffect, useRef, useState } from 'react';

/** Whoever still types is not asked for each letter. In milliseconds. */
const PAUSE = 300;

/**
 * A text that somebody types, handed on when the typing pauses.
 *
 * @param wanted - what was handed on last, or what the address says
 * @param pause - in milliseconds
 */
export function useTyped(
  wanted: string,
  onChange: (text: string) => void,
  pause: number = PAUSE,
): [typed: string, setTyped: (text: string) => void] {
  const [typed, setTyped] = useState(wanted);
  const onChangeRef = useRef(onChange);
  onChangeRef.current = onChange;

  useEffect(() => setTyped(wanted), [wanted]);
  useEffect(() => {
    if (typed === wanted) {
      return undefined;
    }
    const timer = setTimeout(() => onChangeRef.current(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, wanted, pause]);

  return [typed, setTyped];
}
