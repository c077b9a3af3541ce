import { useRef } from 'react';

/** The same object as long as it says the same: what is made of it need not be made again. */
export function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  const last = useRef({ text, value });
  if (last.current.text !== text) {
    last.current = { text, value };
  }
  return last.current.value;
}
