/** Counts the copies that repeats make, so that a variable of many values harms nobody. */
export class RepeatBudget {
  #left: number;
  #omitted = 0;

  /** @param copies - so many panels may be added */
  constructor(copies: number) {
    this.#left = Math.max(0, copies);
  }

  /** Panels that there was no room for. */
  get omitted(): number {
    return this.#omitted;
  }

  /**
   * Takes what there is room for; the first one always has it.
   *
   * @param panels - in one of the copies
   */
  take<T>(copies: T[], panels: number): T[] {
    const price = Math.max(1, panels);
    const wanted = copies.length - 1;
    const allowed = Math.min(wanted, Math.floor(this.#left / price));
    this.#left -= allowed * price;
    this.#omitted += (wanted - allowed) * price;
    return copies.slice(0, allowed + 1);
  }
}
