import { EventCounts } from '../status/SloSamples';

/**
 * Bad and total events of consecutive steps of time, whose sums over any of them are known at once.
 */
export class EventSlices {
  /** Unix seconds at which the first step ends. */
  readonly start: number;
  /** Length of each, in seconds. */
  readonly step: number;
  readonly length: number;
  readonly #bad: Float64Array;
  readonly #total: Float64Array;
  readonly #known: Uint32Array;

  /**
   * @param options - `counts` of the steps; `undefined` totals where there is no data
   */
  static create(options: {
    start: number;
    step: number;
    counts: readonly EventCounts[];
  }): EventSlices {
    return new EventSlices(options);
  }

  private constructor(options: {
    start: number;
    step: number;
    counts: readonly EventCounts[];
  }) {
    const { counts } = options;
    this.start = options.start;
    this.step = options.step;
    this.length = counts.length;
    this.#bad = new Float64Array(counts.length + 1);
    this.#total = new Float64Array(counts.length + 1);
    this.#known = new Uint32Array(counts.length + 1);
    counts.forEach(({ bad = NaN, total = NaN }, index) => {
      const known = Number.isFinite(bad) && Number.isFinite(total);
      this.#bad[index + 1] = this.#bad[index] + (known ? bad : 0);
      this.#total[index + 1] = this.#total[index] + (known ? total : 0);
      this.#known[index + 1] = this.#known[index] + (known ? 1 : 0);
    });
  }

  /** Unix seconds at which a step ends. */
  endOf(index: number): number {
    return this.start + index * this.step;
  }

  /** Index of the first step that ends after a time. */
  firstAfter(time: number): number {
    const index = Math.floor((time - this.start) / this.step) + 1;
    return Math.min(this.length, Math.max(0, index));
  }

  /** Events of the steps from `first` to `last`, both included; `undefined` where there is no data in any. */
  sum(first: number, last: number): Required<EventCounts> | undefined {
    const [from, to] = [Math.max(0, first), last + 1];
    if (to <= from || this.#known[to] === this.#known[from]) {
      return undefined;
    }
    // Differences of long sums leave crumbs, which must not make less than nothing.
    const bad = Math.max(0, this.#bad[to] - this.#bad[from]);
    const total = Math.max(0, this.#total[to] - this.#total[from]);
    return Number.isFinite(bad) && Number.isFinite(total)
      ? { bad, total }
      : undefined;
  }

  /** Events of so many seconds before the end of a step, at least of the step itself. */
  before(index: number, seconds: number): Required<EventCounts> | undefined {
    const steps = Math.max(1, Math.round(seconds / this.step));
    return this.sum(index - steps + 1, index);
  }

  /** How many of the steps from `first` to `last` have data. */
  knownSteps(first: number, last: number): number {
    return this.#known[last + 1] - this.#known[Math.max(0, first)];
  }
}
