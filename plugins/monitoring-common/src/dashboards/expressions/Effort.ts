import { ExpressionError } from './ExpressionError';

/** More than this many figures are not calculated for one panel. */
const MOST = 20_000_000;

/** Counts what the expressions of a panel calculate, so that none of them keeps the process busy. */
export class Effort {
  #left: number;

  static create(most: number = MOST): Effort {
    return new Effort(most);
  }

  private constructor(most: number) {
    this.#left = most;
  }

  /** @throws `ExpressionError` when the panel has had its share */
  spend(figures: number): void {
    this.#left -= figures;
    if (this.#left < 0) {
      throw new ExpressionError(
        'it calculates with too many values; ask for fewer series or a shorter time',
      );
    }
  }
}
