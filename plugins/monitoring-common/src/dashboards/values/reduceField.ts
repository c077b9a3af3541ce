import { DataField, FieldValue } from '../frames/DataFrame';
import {
  changes,
  median,
  percentile,
  present,
  standardFigures,
  StandardFigures,
  variance,
} from './statistics';

/** What a calculation makes of a field: a figure, one of its values, or a list of them. */
export type Reduced = FieldValue | undefined;

const ALIASES: Record<string, string> = {
  current: 'lastNotNull',
  avg: 'mean',
  total: 'sum',
};

/** What there is to say of a field without values. */
const OF_NOTHING: Record<string, Reduced> = {
  sum: 0,
  count: 0,
  countAll: 0,
  allIsZero: false,
  allIsNull: true,
};

const STANDARD: Record<string, (figures: StandardFigures) => Reduced> = {
  lastNotNull: figures => figures.lastNotNull,
  last: figures => figures.last,
  firstNotNull: figures => figures.firstNotNull,
  first: figures => figures.first,
  min: figures => figures.min,
  max: figures => figures.max,
  mean: figures => figures.mean,
  sum: figures => figures.sum,
  count: figures => figures.count,
  range: figures => figures.range,
  delta: figures => figures.delta,
  step: figures => figures.step,
  diff: figures => figures.diff,
  diffperc: figures => figures.diffperc,
  logmin: figures => figures.logmin,
  allIsZero: figures => figures.allIsZero,
  allIsNull: figures => figures.allIsNull,
};

const OTHERS: Record<string, (field: ReducibleField) => Reduced> = {
  median: ({ values }) => median(present(values) as number[]),
  variance: field => (isNumeric(field) ? variance(numbersOf(field)) : 0),
  stdDev: field =>
    isNumeric(field) ? Math.sqrt(variance(numbersOf(field))) : 0,
  countAll: ({ values }) => values.length,
  changeCount: ({ values }) => changes(present(values)),
  distinctCount: ({ values }) => new Set(present(values)).size,
  allValues: ({ values }) => [...values],
  uniqueValues: ({ values }) => [...new Set(values)],
};

/** What {@link reduceField} looks at. */
export type ReducibleField = Pick<DataField, 'type'> & {
  values: readonly FieldValue[];
};

/**
 * One figure for a whole field, by the id of one of Grafana's calculations.
 *
 * @remarks
 * Nulls are left out; what looks at the last or first value itself (`last`, `first`) may find
 * one. Of texts there is no sum and no mean, but a first, a last and a count.
 *
 * @param calculation - `lastNotNull`, `mean`, `max`, `p95`, …
 * @returns undefined or null when there is no such value; undefined when the calculation is unknown
 * @public
 */
export function reduceField(
  field: ReducibleField,
  calculation: string,
): Reduced {
  const id = Object.hasOwn(ALIASES, calculation)
    ? ALIASES[calculation]
    : calculation;
  if (field.values.length === 0) {
    return Object.hasOwn(OF_NOTHING, id) ? OF_NOTHING[id] : undefined;
  }
  const percent = /^p([1-9]\d?)$/.exec(id);
  if (percent) {
    return percentile(
      present(field.values) as number[],
      Number(percent[1]) / 100,
    );
  }
  if (Object.hasOwn(STANDARD, id)) {
    return STANDARD[id](standardFigures(field.values, isNumeric(field)));
  }
  return Object.hasOwn(OTHERS, id) ? OTHERS[id](field) : undefined;
}

function isNumeric({ type }: Pick<DataField, 'type'>): boolean {
  return type === 'number' || type === 'time';
}

function numbersOf({ values }: ReducibleField): number[] {
  return present(values) as number[];
}
