/** Measures the steps of an answer, one after the other, for the header `Server-Timing`. */
export class ServerTiming {
  readonly #now: () => number;
  readonly #steps: string[] = [];
  #last: number;

  /** @param now - milliseconds, of which parts count */
  static start(now: () => number = () => performance.now()): ServerTiming {
    return new ServerTiming(now);
  }

  private constructor(now: () => number) {
    this.#now = now;
    this.#last = now();
  }

  /** Ends a step that began when the one before ended. */
  mark(step: string): void {
    const now = this.#now();
    this.#steps.push(`${step};dur=${(now - this.#last).toFixed(1)}`);
    this.#last = now;
  }

  /** The header's value: durations in milliseconds. */
  toString(): string {
    return this.#steps.join(', ');
  }
}
