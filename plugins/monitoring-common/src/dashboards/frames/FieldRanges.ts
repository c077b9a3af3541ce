import { DataField, DataFrame } from './DataFrame';

type Range = { min: number; max: number };

/** Of a field without values. */
const OF_NOTHING: Range = { min: 0, max: 100 };

/**
 * What scales, bars and thresholds in percent are measured by, one field after the other, by the
 * rules of Grafana's `calculateRange`: a field's own limits, else those of all numbers.
 */
export class FieldRanges {
  readonly #frames: DataFrame[];
  #all: Range | undefined;

  constructor(frames: DataFrame[]) {
    this.#frames = frames;
  }

  of(field: DataField): Range | undefined {
    const { min, max, fieldMinMax } = field.config;
    if (min !== undefined && max !== undefined) {
      // The first such field is what Grafana measures those after it by.
      this.#all ??= { min, max };
      return { min, max };
    }
    if (field.type !== 'number') {
      return undefined;
    }
    let found: Range | undefined;
    if (fieldMinMax) {
      found = field.values.length
        ? numericRange([{ fields: [field] }])
        : OF_NOTHING;
    } else {
      this.#all ??= numericRange(this.#frames);
      found = this.#all;
    }
    const range = { min: min ?? found?.min, max: max ?? found?.max };
    return range.min !== undefined && range.max !== undefined
      ? { min: range.min, max: range.max }
      : undefined;
  }
}

function numericRange(frames: Pick<DataFrame, 'fields'>[]): Range | undefined {
  let [min, max] = [Infinity, -Infinity];
  for (const { fields } of frames) {
    for (const { type, values } of fields) {
      if (type === 'number') {
        for (const value of values) {
          if (typeof value === 'number' && !Number.isNaN(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
          }
        }
      }
    }
  }
  return min <= max ? { min, max } : undefined;
}
