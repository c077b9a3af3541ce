import { RefObject, useEffect, useRef, useState } from 'react';

/** Rows from `first` to before `last`. */
export interface RowRange {
  first: number;
  last: number;
}

/** Rows beyond the edges of the window: what the next press of a key reaches is there already. */
const MARGIN = 10;
/** The range moves by so many rows at once, so that not each pixel renders again. */
const STEP = 5;

/**
 * Which rows of a long list are in the window, whichever of its ancestors scrolls.
 *
 * @param rowHeight - of each row, in pixels
 * @returns the range, and the reference for the element that begins with the first row
 */
export function useVisibleRows(rowHeight: number): {
  listRef: RefObject<HTMLElement>;
  range: RowRange;
} {
  const listRef = useRef<HTMLElement>(null);
  const [range, setRange] = useState<RowRange>({ first: 0, last: 3 * MARGIN });

  useEffect(() => {
    const update = () => {
      const top = listRef.current?.getBoundingClientRect().top ?? 0;
      const above = Math.floor(-top / rowHeight) - MARGIN;
      const below = Math.ceil((window.innerHeight - top) / rowHeight) + MARGIN;
      const first = Math.max(0, Math.floor(above / STEP) * STEP);
      const last = Math.max(first, Math.ceil(below / STEP) * STEP);
      setRange(old =>
        old.first === first && old.last === last ? old : { first, last },
      );
    };
    update();
    // Scrolling does not bubble, but it can be caught on its way down.
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', update, options);
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('scroll', update, options);
      window.removeEventListener('resize', update);
    };
  }, [rowHeight]);

  return { listRef, range };
}
