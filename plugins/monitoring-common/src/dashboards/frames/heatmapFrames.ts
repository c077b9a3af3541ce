import { PanelFrame } from '../../api/types';
import { sampleValue } from '../values/sampleValue';
import { DataField, DataFrame } from './DataFrame';
import { metaOf, seriesFrames, timeField } from './seriesFrames';

/** The label whose values are the upper bounds of a histogram's buckets. */
const BOUND = 'le';

/** Less is the noise of a subtraction. */
const NOTHING = 1e-9;

/** A bucket's values on the grid of its answer. */
interface Bucket {
  field: DataField;
  /** Name that is sorted by: the bound, when there is one. */
  name: string;
  /** `null` where there is no sample. */
  values: (number | null)[];
}

/**
 * One frame for each histogram of each query: its buckets from the lowest to the highest, each with
 * what is in it alone (Prometheus counts upwards, Grafana shows the differences).
 */
export function heatmapFrames(answers: PanelFrame[]): DataFrame[] {
  return answers.flatMap(answer =>
    histogramsOf(answer).flatMap(buckets => frameOf(answer, buckets)),
  );
}

/** Series that differ in nothing but their bound belong together. */
function histogramsOf(answer: PanelFrame): Bucket[][] {
  const histograms = new Map<string, Bucket[]>();
  for (const series of answer.series) {
    const { [BOUND]: bound, ...others } = series.labels;
    const [frame] = seriesFrames([{ ...answer, series: [series] }]);
    const field = frame.fields[frame.fields.length - 1];
    const key = JSON.stringify(Object.values(others));
    histograms.set(key, [
      ...(histograms.get(key) ?? []),
      {
        name: bound ?? field.name,
        field: {
          ...field,
          name: bound ?? field.config.displayNameFromSource ?? field.name,
          config: bound
            ? { ...field.config, displayNameFromSource: bound }
            : field.config,
        },
        values: series.values.map(sampleValue),
      },
    ]);
  }
  return [...histograms.values()];
}

function frameOf(answer: PanelFrame, buckets: Bucket[]): DataFrame[] {
  const kept = answer.times.flatMap((_, index) =>
    buckets.some(({ values }) => values[index] !== null) ? [index] : [],
  );
  if (kept.length === 0) {
    return [];
  }
  const sorted = sortByBound(buckets);
  return [
    {
      refId: answer.refId,
      meta: { ...metaOf(answer), type: 'heatmap-rows' },
      fields: [
        timeField(
          answer,
          kept.map(index => answer.times[index]),
        ),
        ...sorted.map(({ field, values }, at) => ({
          ...field,
          values: kept.map(index =>
            at === 0
              ? values[index]
              : difference(values[index], sorted[at - 1].values[index]),
          ),
        })),
      ],
    },
  ];
}

/** Bounds by size; names that are no bounds stay where they are. */
function sortByBound(buckets: Bucket[]): Bucket[] {
  const boundOf = ({ name }: Bucket) =>
    /^[+-]?inf(?:inity)?$/i.test(name)
      ? (name.startsWith('-') ? -1 : 1) * Infinity
      : parseFloat(name);
  return [...buckets].sort((a, b) => {
    const [left, right] = [boundOf(a), boundOf(b)];
    return Number(left > right) - Number(left < right);
  });
}

function difference(upper: number | null, lower: number | null): number | null {
  if (upper === null) {
    return null;
  }
  // A bucket below that is not there, or not a number, takes nothing away.
  const own = upper - (lower || 0);
  return own < NOTHING ? 0 : own;
}
