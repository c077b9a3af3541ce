/** How many there are of each. */
export class Tally<T> {
  readonly #counts = new Map<T, number>();
  #size = 0;

  /** Of all together. */
  get size(): number {
    return this.#size;
  }

  of(one: T): number {
    return this.#counts.get(one) ?? 0;
  }

  add(one: T): void {
    this.#counts.set(one, this.of(one) + 1);
    this.#size += 1;
  }

  remove(one: T): void {
    const count = this.of(one) - 1;
    if (count > 0) {
      this.#counts.set(one, count);
    } else {
      this.#counts.delete(one);
    }
    this.#size -= 1;
  }
}
