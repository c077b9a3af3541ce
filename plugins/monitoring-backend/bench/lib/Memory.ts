const INTERVAL = 20;

/** Watches how far the heap grows. */
export class Memory {
  readonly #before: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #most = 0;

  static watch(): Memory {
    return new Memory();
  }

  private constructor() {
    globalThis.gc?.();
    this.#before = process.memoryUsage().heapUsed;
    this.#timer = setInterval(() => this.#look(), INTERVAL);
    this.#timer.unref();
  }

  /** In bytes, above what there was at the beginning. */
  stop(): number {
    this.#look();
    clearInterval(this.#timer);
    return this.#most;
  }

  #look(): void {
    const grown = process.memoryUsage().heapUsed - this.#before;
    this.#most = Math.max(this.#most, grown);
  }
}
