import { SingleFlight } from './SingleFlight';

/** Options of {@link SharedResults.create}. */
export interface SharedResultsOptions<T> {
  /** In milliseconds. */
  timeToLive: number;
  /** Largest sum of sizes that is kept. */
  maxSize: number;
  /** In the unit of `maxSize`. */
  sizeOf: (value: T, key: string) => number;
  /** Whether a value may be given to somebody who asks later; default: always. */
  keep?: (value: T) => boolean;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * Results that are shared while they are being fetched and for a short time after. Errors are
 * shared with those who wait, and never kept.
 */
export class SharedResults<T> {
  readonly #options: SharedResultsOptions<T>;
  readonly #flights = SingleFlight.create<T>();
  /** In the order of insertion, so that the first one is the oldest. */
  readonly #kept = new Map<
    string,
    { value: T; size: number; expiresAt: number }
  >();
  #size = 0;
  #sweep: NodeJS.Timeout | undefined;

  static create<T>(options: SharedResultsOptions<T>): SharedResults<T> {
    return new SharedResults(options);
  }

  private constructor(options: SharedResultsOptions<T>) {
    this.#options = options;
  }

  /** The sum of the sizes of all that is kept. */
  get size(): number {
    return this.#size;
  }

  /** How many are kept. */
  get count(): number {
    return this.#kept.size;
  }

  async get(
    key: string,
    fetch: (signal: AbortSignal) => Promise<T>,
    options: { signal?: AbortSignal } = {},
  ): Promise<T> {
    this.#dropExpired();
    const kept = this.#kept.get(key);
    if (kept) {
      return kept.value;
    }
    return await this.#flights.run(
      key,
      async signal => {
        const value = await fetch(signal);
        this.#keep(key, value);
        return value;
      },
      options,
    );
  }

  #keep(key: string, value: T): void {
    const { keep, sizeOf, maxSize, timeToLive, now } = this.#options;
    const size = sizeOf(value, key);
    if (size > maxSize || keep?.(value) === false) {
      return;
    }
    this.#drop(key);
    this.#kept.set(key, { value, size, expiresAt: now() + timeToLive });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= maxSize) {
        break;
      }
      this.#drop(oldest);
    }
    this.#sweepLater();
  }

  /** What nobody asks for any more takes no memory for longer than it may be used. */
  #sweepLater(): void {
    if (!this.#sweep && this.#kept.size > 0) {
      this.#sweep = setTimeout(() => {
        this.#sweep = undefined;
        this.#dropExpired();
        this.#sweepLater();
      }, this.#options.timeToLive);
      this.#sweep.unref();
    }
  }

  #dropExpired(): void {
    const { timeToLive } = this.#options;
    const now = this.#options.now();
    for (const [key, { expiresAt }] of this.#kept) {
      // What would be there for longer is of before the clock was put back.
      if (expiresAt > now && expiresAt <= now + timeToLive) {
        break;
      }
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#size -= kept.size;
    }
  }
}
