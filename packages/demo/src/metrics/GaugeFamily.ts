import { MetricFamily, SeriesName } from './MetricFamily';

/** One series of a gauge. */
export interface GaugeSeries {
  get(): number;
  set(value: number): void;
}

/**
 * A gauge of whole things, such as bytes or connections: keeps fractions, shows whole numbers
 * unless it is told to.
 */
export class GaugeFamily implements MetricFamily {
  readonly type = 'gauge';
  readonly #series: SeriesName[] = [];
  #values: number[] = [];

  readonly #parts: number;

  /** @param digits - behind the point, for seconds and ratios */
  constructor(readonly name: string, readonly help: string, digits = 0) {
    this.#parts = 10 ** digits;
  }

  with(labels: Record<string, string>, value = 0): GaugeSeries {
    const index = this.#series.push({ name: this.name, labels }) - 1;
    this.#values[index] = value;
    return {
      get: () => this.#values[index],
      set: next => {
        this.#values[index] = next;
      },
    };
  }

  get series(): readonly SeriesName[] {
    return this.#series;
  }

  read(): number[] {
    const parts = this.#parts;
    return this.#values.map(value => Math.round(value * parts) / parts);
  }

  save(): number[] {
    return [...this.#values];
  }

  restore(state: number[]): void {
    this.#values = [...state];
  }
}
