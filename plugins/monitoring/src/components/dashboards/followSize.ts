/** Width and height in pixels. */
export interface ElementSize {
  width: number;
  height: number;
}

/**
 * Tells the size of an element, in whole pixels, once it is known and whenever it changes.
 *
 * @remarks
 * The observer knows the size without a layout of its own: reading it while many charts are made
 * would lay the page out once for each.
 *
 * @returns ends it; undefined where a browser cannot tell
 */
export function followSize(
  element: HTMLElement,
  onSize: (size: ElementSize) => void,
): (() => void) | undefined {
  if (typeof ResizeObserver === 'undefined') {
    return undefined;
  }
  let last = '';
  let frame = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    const height = Math.floor(entry.contentRect.height);
    const size = `${width}/${height}`;
    if (width > 0 && height > 0 && size !== last) {
      last = size;
      // What is drawn for a size may change others: browsers report that within one frame.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onSize({ width, height }));
    }
  });
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
