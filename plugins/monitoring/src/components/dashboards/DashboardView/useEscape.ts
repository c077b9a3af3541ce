import { useEffect, useRef } from 'react';

/** What uses the key for itself. */
const OTHERS =
  '[role="dialog"], [role="menu"], [role="listbox"], [role="tooltip"]';

/** Calls a function when Escape is pressed and nothing else is there to be closed. */
export function useEscape(isActive: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    const listen = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !(event.target as Element | null)?.closest?.(
          `${OTHERS}, input, textarea`,
        )
      ) {
        latest.current();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isActive]);
}
