import { useCallback, useState, UIEvent } from 'react';

/** Rows beyond what is seen, so that scrolling shows no empty ones. */
const MARGIN = 8;
/** Of a table whose height is not known. */
const USUAL_HEIGHT = 600;

/** The rows that are drawn, and the room that the others take. */
export interface RowWindow {
  from: number;
  to: number;
  /** In pixels. */
  above: number;
  below: number;
  onScroll(event: UIEvent<HTMLElement>): void;
}

/**
 * Draws only the rows that can be seen: a table of 50,000 has as many elements as one of 30.
 *
 * @param height - of what is seen, in pixels
 * @param isWhole - whether all rows are drawn, because they differ in height
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
  height: number = USUAL_HEIGHT,
  isWhole: boolean = false,
): RowWindow {
  const [first, setFirst] = useState(0);
  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) =>
      setFirst(Math.floor(event.currentTarget.scrollTop / rowHeight)),
    [rowHeight],
  );
  if (isWhole) {
    return { from: 0, to: count, above: 0, below: 0, onScroll };
  }
  const seen = Math.ceil(height / rowHeight);
  const from = Math.max(0, Math.min(first, count - seen) - MARGIN);
  const to = Math.min(count, from + seen + 2 * MARGIN);
  return {
    from,
    to,
    above: from * rowHeight,
    below: (count - to) * rowHeight,
    onScroll,
  };
}
