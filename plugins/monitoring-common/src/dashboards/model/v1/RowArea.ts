import { GridPlace } from '../placePanels';

const COLUMNS = 24;

/**
 * The space of a row of before Grafana 5, filled from the left; what no longer fits goes under it.
 *
 * @remarks
 * Panels that are lower than the row stand on each other while there is room, as they floated in
 * the browser then.
 */
export class RowArea {
  #filled = new Array<number>(COLUMNS).fill(0);

  /**
   * @param height - of the row
   * @param y - of its first line
   */
  constructor(private readonly height: number, private y: number) {}

  /** Where the next panel goes; takes the place. */
  place(w: number, h: number): GridPlace {
    let x = this.#start();
    if (x === undefined || COLUMNS - x < w) {
      this.y += this.height;
      this.#filled.fill(0);
      x = 0;
    }
    const top = Math.max(0, ...this.#filled.slice(x));
    for (let column = x; column < Math.min(COLUMNS, x + w); column += 1) {
      this.#filled[column] = Math.max(this.#filled[column], top + h);
    }
    return { x, y: this.y + top, w, h };
  }

  /** The row's first line, which moves when panels no longer fit. */
  get top(): number {
    return this.y;
  }

  /** Of the columns at the right whose filling does not fall, the first one. */
  #start(): number | undefined {
    let start: number | undefined;
    for (let column = COLUMNS - 1; column >= 0; column -= 1) {
      const filled = this.#filled[column];
      const isFull = filled >= this.height;
      const isHigher = start !== undefined && filled > this.#filled[column + 1];
      if (isFull || isHigher) {
        break;
      }
      start = column;
    }
    return start;
  }
}
