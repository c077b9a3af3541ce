import { DataField, DataFrame } from '../frames/DataFrame';
import { FieldConfig } from '../types';
import { bucketSizeFor } from './bucketSize';
import { roundDecimals, roundDown } from './rounding';

const USUAL_COUNT = 30;
/** Bounds are rounded to so many decimals, so that the same bound is the same number. */
const BOUND_DECIMALS = 9;

/** How values are counted. @public */
export interface HistogramBuckets {
  /** About so many, when they have no size; default 30. */
  bucketCount?: number;
  /** Of each bucket; absent, 0 or less: a round size that makes about `bucketCount` of them. */
  bucketSize?: number;
  /** Where the first bucket starts, counted from a multiple of the size; default 0. */
  bucketOffset?: number;
  /** One histogram of all series instead of one for each. */
  combine?: boolean;
}

/**
 * Counts the numbers of frames into buckets of equal size. Buckets that are empty in all series are
 * left out; what is no finite number is not counted.
 *
 * @returns a frame with the bounds `xMin` and `xMax` and a field of counts for each series; undefined
 * when there are no fields of numbers
 * @see Grafana's `buildHistogram`
 * @public
 */
export function buildHistogram(
  frames: DataFrame[],
  options: HistogramBuckets,
): DataFrame | undefined {
  const fields = frames.flatMap(frame =>
    frame.fields.filter(({ type }) => type === 'number'),
  );
  if (fields.length === 0) {
    return undefined;
  }
  const values = fields.map(finiteValues);
  const { bucketOffset = 0, bucketCount = USUAL_COUNT } = options;
  const size =
    options.bucketSize && options.bucketSize > 0
      ? options.bucketSize
      : bucketSizeFor(
          values.flat().sort((a, b) => a - b),
          bucketCount,
        );
  const counts = values.map(numbers => {
    const found = new Map<number, number>();
    for (const number of numbers) {
      const start = roundDecimals(
        roundDown(number - bucketOffset, size) + bucketOffset,
        BOUND_DECIMALS,
      );
      found.set(start, (found.get(start) ?? 0) + 1);
    }
    return found;
  });
  const starts = [...new Set(counts.flatMap(one => [...one.keys()]))].sort(
    (a, b) => a - b,
  );
  const config = boundConfig(fields, size);
  return {
    refId: 'histogram',
    fields: [
      { name: 'xMin', type: 'number', config, values: starts },
      {
        name: 'xMax',
        type: 'number',
        config,
        values: starts.map(start => start + size),
      },
      ...countFields(fields, counts, starts, options.combine === true),
    ],
  };
}

/** What is missing counts as the author's `noValue`, when that is a number. */
function finiteValues({ values, config }: DataField): number[] {
  const instead = Number(config.noValue ?? NaN);
  return values.flatMap(value => {
    const number = value === null ? instead : value;
    return typeof number === 'number' && Number.isFinite(number)
      ? [number]
      : [];
  });
}

function countFields(
  fields: DataField[],
  counts: Map<number, number>[],
  starts: number[],
  combine: boolean,
): DataField[] {
  const asCounts = (field: DataField, values: number[]): DataField => ({
    ...field,
    config: {
      ...field.config,
      // Counts have no unit of what is counted.
      unit: field.config.unit === 'short' ? 'short' : undefined,
    },
    values,
  });
  if (!combine) {
    return fields.map((field, index) =>
      asCounts(
        field,
        starts.map(start => counts[index].get(start) ?? 0),
      ),
    );
  }
  const [first] = fields;
  const sums = starts.map(start =>
    counts.reduce((sum, one) => sum + (one.get(start) ?? 0), 0),
  );
  const { displayNameFromSource: _, ...config } = first.config;
  return [
    {
      ...asCounts({ ...first, config }, sums),
      name: 'count',
      labels: undefined,
      state: { seriesIndex: 0, displayName: 'Count' },
    },
  ];
}

/** Bounds are written as the first field with a unit is, with as many decimals as the size has. */
function boundConfig(fields: DataField[], size: number): FieldConfig {
  const config = fields.find(field => field.config.unit)?.config ?? {
    mappings: [],
    custom: {},
  };
  const { displayNameFromSource: _, displayName: __, ...rest } = config;
  const decimals = /\.(\d+)$/.exec(String(size))?.[1].length ?? 0;
  return decimals > 0 ? { ...rest, decimals } : rest;
}
