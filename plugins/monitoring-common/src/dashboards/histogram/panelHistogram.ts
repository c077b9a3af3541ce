import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { buildHistogram, HistogramBuckets } from './buildHistogram';
import { roundDecimals } from './rounding';

/**
 * What a histogram panel shows: the buckets that its frames already are, else their values, counted.
 *
 * @returns a frame with the fields `xMin`, `xMax` and counts; bounds that are texts are buckets of
 * a name, all equally wide. Undefined when there is nothing to count.
 * @see Grafana's `getHistogramFields` and `HistogramPanel`
 * @public
 */
export function panelHistogram(
  frames: DataFrame[],
  options: HistogramBuckets,
): DataFrame | undefined {
  const areBuckets =
    frames.length === 1 ||
    (frames.length > 0 &&
      frames.every(
        ({ meta }) =>
          meta?.type === 'heatmap-rows' || meta?.type === 'heatmap-cells',
      ));
  const ready = areBuckets ? frames.flatMap(one => readBuckets(one) ?? []) : [];
  return ready.length > 0
    ? joinHistograms(ready)
    : buildHistogram(frames, options);
}

function readBuckets(frame: DataFrame): DataFrame | undefined {
  switch (frame.meta?.type) {
    case 'heatmap-rows':
      return bucketsOfRows(frame);
    case 'heatmap-cells':
      return bucketsOfCells(frame);
    default:
      return bucketsOfBounds(frame);
  }
}

/** Each row is a bucket up to its name; the counts of all times are added up. */
function bucketsOfRows(frame: DataFrame): DataFrame | undefined {
  const rows = frame.fields.filter(({ type }) => type === 'number');
  if (rows.length === 0) {
    return undefined;
  }
  const names = rows.map(({ name }) => name);
  const bound = (name: string, values: FieldValue[]): DataField => ({
    ...rows[0],
    name,
    type: 'string',
    labels: undefined,
    values,
  });
  return {
    refId: 'histogram',
    fields: [
      bound('xMin', ['0', ...names.slice(0, -1)]),
      bound('xMax', names),
      {
        ...rows[0],
        name: 'count',
        labels: undefined,
        values: rows.map(({ values }) =>
          values.reduce<number>((sum, value) => sum + finite(value), 0),
        ),
      },
    ],
  };
}

function bucketsOfCells(frame: DataFrame): DataFrame | undefined {
  const find = (...names: string[]) =>
    frame.fields.find(({ name }) => names.includes(name));
  const [low, high, count] = [
    find('yMin'),
    find('yMax'),
    find('count', 'Count'),
  ];
  if (!low || !count) {
    return undefined;
  }
  const sums = new Map<number, { from: number; to: number; count: number }>();
  low.values.forEach((value, index) => {
    const from = finite(value);
    const sum = sums.get(from) ?? {
      from,
      to: high ? finite(high.values[index]) : from,
      count: 0,
    };
    sum.count += finite(count.values[index]);
    sums.set(from, sum);
  });
  const buckets = [...sums.values()].sort((a, b) => a.from - b.from);
  return {
    refId: 'histogram',
    fields: [
      { ...low, name: 'xMin', values: buckets.map(({ from }) => from) },
      {
        ...low,
        name: 'xMax',
        // Without an upper bound each bucket ends where the next one starts.
        values: buckets.map(({ from, to }, index) =>
          high ? to : buckets[index + 1]?.from ?? from,
        ),
      },
      { ...count, values: buckets.map(one => one.count) },
    ],
  };
}

/** Fields that are called as bounds are: the other one is guessed when there is only one. */
function bucketsOfBounds(frame: DataFrame): DataFrame | undefined {
  const find = (...names: string[]) =>
    frame.fields.find(({ name }) => names.includes(name));
  const [min, max] = [find('xMin', 'BucketMin'), find('xMax', 'BucketMax')];
  const bounds = [min, max];
  const counts = frame.fields.filter(
    field => field.type === 'number' && !bounds.includes(field),
  );
  const known = min ?? max;
  if (!known || counts.length === 0 || (!(min && max) && !hasSize(known))) {
    return undefined;
  }
  const size = roundDecimals(
    finite(known.values[1]) - finite(known.values[0]),
    6,
  );
  const moved = (by: number): FieldValue[] =>
    known.values.map(value => finite(value) + by);
  return {
    ...frame,
    fields: [
      min ?? { ...known, name: 'xMin', values: moved(-size) },
      max ?? { ...known, name: 'xMax', values: moved(size) },
      ...counts,
    ],
  };
}

function hasSize({ values }: DataField): boolean {
  return values.length > 1;
}

/** Histograms side by side: a bucket that one of them lacks is empty there. */
function joinHistograms(histograms: DataFrame[]): DataFrame {
  const [first] = histograms;
  if (histograms.length === 1) {
    return first;
  }
  const bounds = new Map<FieldValue, FieldValue>();
  for (const { fields } of histograms) {
    fields[1].values.forEach((max, index) => {
      if (!bounds.has(max)) {
        bounds.set(max, fields[0].values[index]);
      }
    });
  }
  const order = [...bounds.keys()].sort((a, b) => boundOf(a) - boundOf(b));
  return {
    refId: 'histogram',
    fields: [
      { ...first.fields[0], values: order.map(max => bounds.get(max)!) },
      { ...first.fields[1], values: order },
      ...histograms.flatMap(({ fields }) => {
        const places = new Map(
          fields[1].values.map((max, index) => [max, index]),
        );
        return fields.slice(2).map(field => ({
          ...field,
          values: order.map(max => {
            const place = places.get(max);
            return place === undefined ? 0 : field.values[place] ?? 0;
          }),
        }));
      }),
    ],
  };
}

function boundOf(value: FieldValue): number {
  return /^\+?Inf$/.test(String(value)) ? Infinity : Number(value);
}

function finite(value: FieldValue | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
