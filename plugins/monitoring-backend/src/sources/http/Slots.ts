/**
 * Lets so much work be under way at once and no more. Whoever gives up while waiting leaves the
 * queue at once, which no common queue offers.
 */
export class Slots {
  #free: number;
  /** Starts those who wait, in the order in which they came. */
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** @throws the signal's reason when it aborts before the work has begun */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.#waiting.add(resolve);
      const giveUp = () => {
        if (this.#waiting.delete(resolve)) {
          reject(signal.reason);
        }
      };
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next) {
      this.#waiting.delete(next);
      next();
    } else {
      this.#free += 1;
    }
  }
}
