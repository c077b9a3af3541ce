import { RefObject, useEffect, useState } from 'react';

/** Width and height in pixels. */
export interface ElementSize {
  width: number;
  height: number;
}

/** Follows the size of an element; undefined before it is known, and where it cannot be. */
export function useElementSize(
  ref: RefObject<HTMLElement>,
): ElementSize | undefined {
  const [size, setSize] = useState<ElementSize>();

  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) {
        setSize({ width: Math.floor(width), height: Math.floor(height) });
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  return size;
}
