/** A text beside a mark of a chart. */
export interface ChartLabel {
  key: string;
  text: string;
  /** Of the mark, in pixels. */
  x: number;
  /** Wanted centre of the text, in pixels. */
  y: number;
  /** Of the mark: no text lies on it. */
  markWidth?: number;
}

/** A label with its place: the left end and the centre of its text. */
export interface PlacedLabel {
  key: string;
  text: string;
  left: number;
  y: number;
}

const CHARACTER_WIDTH = 6.4;
const LINE = 16;
const GAP = 8;

/**
 * Finds a place for each label, right of its mark or else left of it, a few lines up or down
 * where another one stands. A label without a place is left out, so the most important ones come
 * first.
 */
export function placeLabels(
  labels: ChartLabel[],
  size: { width: number; height: number },
): PlacedLabel[] {
  const placed: (PlacedLabel & { right: number })[] = [];
  for (const label of labels) {
    const width = label.text.length * CHARACTER_WIDTH;
    const halfMark = (label.markWidth ?? 0) / 2;
    const lefts = [
      label.x + halfMark + GAP,
      label.x - halfMark - GAP - width,
    ].filter(left => left >= 0 && left + width <= size.width);
    const rows = [0, 1, -1, 2, -2, 3, -3]
      .map(line => label.y + line * LINE)
      .filter(y => y >= LINE / 2 && y <= size.height - LINE / 2);
    const place = rows
      .flatMap(y => lefts.map(left => ({ left, right: left + width, y })))
      .find(one =>
        placed.every(
          other =>
            Math.abs(other.y - one.y) >= LINE ||
            other.right + GAP < one.left ||
            other.left > one.right + GAP,
        ),
      );
    if (place) {
      placed.push({ key: label.key, text: label.text, ...place });
    }
  }
  return placed.map(({ key, text, left, y }) => ({ key, text, left, y }));
}
