import { LatencyShape, meanLatency, sharesWithin } from './LatencyShape';
import { MetricFamily, SeriesName } from './MetricFamily';

/** One histogram: buckets, sum and count. */
export interface HistogramSeries {
  /** Adds `count` observations, whole or not, that are distributed like `shape`. */
  add(count: number, shape: LatencyShape): void;
}

/** A classic histogram. Buckets and count keep fractions and show whole numbers. */
export class HistogramFamily implements MetricFamily {
  readonly type = 'histogram';
  readonly #series: SeriesName[] = [];
  readonly #shares = new Map<string, number[]>();
  #values: number[] = [];

  /** @param bounds - upper bounds of the buckets without `+Inf`, in seconds */
  constructor(
    readonly name: string,
    readonly help: string,
    readonly bounds: readonly number[],
  ) {}

  with(labels: Record<string, string>): HistogramSeries {
    const first = this.#series.length;
    for (const le of [...this.bounds.map(String), '+Inf']) {
      this.#series.push({
        name: `${this.name}_bucket`,
        labels: { le, ...labels },
      });
    }
    this.#series.push({ name: `${this.name}_sum`, labels });
    this.#series.push({ name: `${this.name}_count`, labels });
    for (let index = first; index < this.#series.length; index += 1) {
      this.#values[index] = 0;
    }
    const infinity = first + this.bounds.length;
    return {
      add: (count, shape) => {
        this.#sharesOf(shape).forEach((share, bucket) => {
          this.#values[first + bucket] += count * share;
        });
        this.#values[infinity] += count;
        this.#values[infinity + 1] += count * meanLatency(shape);
        this.#values[infinity + 2] += count;
      },
    };
  }

  get series(): readonly SeriesName[] {
    return this.#series;
  }

  read(): number[] {
    return this.#values.map((value, index) =>
      this.#series[index].name.endsWith('_sum') ? value : Math.floor(value),
    );
  }

  save(): number[] {
    return [...this.#values];
  }

  restore(state: number[]): void {
    this.#values = [...state];
  }

  #sharesOf(shape: LatencyShape): number[] {
    const key = `${shape.median}/${shape.sigma}`;
    const shares = this.#shares.get(key) ?? sharesWithin(shape, this.bounds);
    this.#shares.set(key, shares);
    return shares;
  }
}
