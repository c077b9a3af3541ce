/** A place in Grafana's grid: columns 0..24 and rows of 30 px. */
export interface GridPlace {
  x: number;
  y: number;
  w: number;
  h: number;
}

const COLUMNS = 24;

/**
 * Places panels as Grafana's grid does: in the order of the page, each as far up as those above
 * it let it. Holes close, and what overlaps is pushed down.
 *
 * @remarks
 * This is the vertical compaction of react-grid-layout, which Grafana always applies, whatever
 * the JSON says.
 *
 * @param places - whole columns; rows of any size
 * @returns the places in the same order, the first row being 0
 */
export function placePanels(places: GridPlace[]): GridPlace[] {
  const bottoms = new Array<number>(COLUMNS).fill(0);
  const placed = new Array<GridPlace>(places.length);
  const order = places
    .map((_, index) => index)
    .sort((a, b) => places[a].y - places[b].y || places[a].x - places[b].x);
  for (const index of order) {
    const { x, w, h } = places[index];
    const columns = bottoms.slice(x, x + w);
    const y = Math.max(0, ...columns);
    bottoms.fill(y + h, x, x + w);
    placed[index] = { x, y, w, h };
  }
  return placed;
}
