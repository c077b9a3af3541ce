import { MetricFamily, SeriesName } from './MetricFamily';

/** One series of a counter. */
export interface CounterSeries {
  add(amount: number): void;
}

/** A counter: keeps fractions, shows whole numbers. */
export class CounterFamily implements MetricFamily {
  readonly type = 'counter';
  readonly #series: SeriesName[] = [];
  #values: number[] = [];

  constructor(readonly name: string, readonly help: string) {}

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
    return this.#values.map(Math.floor);
  }

  save(): number[] {
    return [...this.#values];
  }

  restore(state: number[]): void {
    this.#values = [...state];
  }
}
