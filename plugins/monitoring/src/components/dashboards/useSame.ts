import { useRef } from 'react';

/** The same object as long as it says the same: what is made of it need not be made again. */
export function useSame<T>(value: T): T {
  const last = useRef<{ given: T; text: string; value: T }>();
  if (!last.current || last.current.given !== value) {
    const text = JSON.stringify(value);
    last.current =
      last.current?.text === text
        ? { ...last.current, given: value }
        : { given: value, text, value };
  }
  return last.current.value;
}
