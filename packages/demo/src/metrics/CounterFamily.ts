import { MetricFamily, SeriesName } from './MetricFamily';

/** One series of a counter. */
export interface CounterSeries {
  add(amount: number): void;
}

/** How an exporter shows a counter. */
export interface CounterOptions {
  /** The type on its page: some exporters declare their counters gauges. */
  type?: 'counter' | 'gauge';
  /** Digits behind the point that are shown, for seconds; none when absent. */
  digits?: number;
}

/** A counter: keeps fractions, shows whole numbers unless it is told to. */
export class CounterFamily implements MetricFamily {
  readonly type: 'counter' | 'gauge';
  readonly #parts: number;
  readonly #series: SeriesName[] = [];
  #values: number[] = [];

  constructor(
    readonly name: string,
    readonly help: string,
    { type = 'counter', digits = 0 }: CounterOptions = {},
  ) {
    this.type = type;
    this.#parts = 10 ** digits;
  }

  with(labels: Record<string, string>): CounterSeries {
    const index = this.#series.push({ name: this.name, labels }) - 1;
    this.#values[index] = 0;
    return {
      add: amount => {
        this.#values[index] += amount;
      },
    };
  }

  get series(): readonly SeriesName[] {
    return this.#series;
  }

  read(): number[] {
    const parts = this.#parts;
    return this.#values.map(value => Math.floor(value * parts) / parts);
  }

  save(): number[] {
    return [...this.#values];
  }

  restore(state: number[]): void {
    this.#values = [...state];
  }
}
