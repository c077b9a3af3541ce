import { RefObject, useEffect, useRef } from 'react';

/**
 * Gives the focus to an element whenever `value` becomes another: what had it is no longer on the page
 * then, and the Tab key would begin at the page's top.
 *
 * @returns for that element, which needs a `tabIndex` of -1
 */
export function useFocusOnChange<E extends HTMLElement>(
  value: unknown,
): RefObject<E> {
  const element = useRef<E>(null);
  const shown = useRef(value);
  useEffect(() => {
    if (shown.current !== value) {
      shown.current = value;
      element.current?.focus();
    }
  }, [value]);
  return element;
}
