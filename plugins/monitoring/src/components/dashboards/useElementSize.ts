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
    let frame = 0;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      const height = Math.floor(entry.contentRect.height);
      // What is drawn for a size may change others: browsers report that within one frame.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (width > 0 && height > 0) {
          setSize(old =>
            old?.width === width && old.height === height
              ? old
              : { width, height },
          );
        }
      });
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [ref]);

  return size;
}
