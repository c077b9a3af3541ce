import { alignFrames } from '../frames/alignFrames';
import { DataField, DataFrame } from '../frames/DataFrame';
import { asObject } from '../model/json';
import { BarChartOptions } from './readBarChartOptions';

/** What a bar chart draws. @public */
export interface BarChartData {
  /** Names the groups of bars. */
  x: DataField;
  /** One bar for each in every group; values that are not finite are null. */
  series: DataField[];
  /** Whose values colour the bars. */
  color?: DataField;
}

/** @public */
export type BarChartResult =
  | { data: BarChartData; problem?: undefined }
  | { data?: undefined; problem: 'no-data' | 'no-names' | 'no-numbers' };

/**
 * The groups and series of a bar chart: the first field of texts, else of times, names the groups; every
 * field of numbers is a series. Only the first frame is drawn; frames of times are joined.
 *
 * @param frames - configured and named
 * @see Grafana's `prepSeries` of the bar chart
 * @public
 */
export function barChartData(
  frames: DataFrame[],
  options: Pick<BarChartOptions, 'xField' | 'colorByField'>,
): BarChartResult {
  if (frames.every(({ fields }) => (fields[0]?.values.length ?? 0) === 0)) {
    return { problem: 'no-data' };
  }
  const fields = fieldsOf(frames);
  const named = (name: string | undefined) =>
    name === undefined
      ? undefined
      : fields.find(field => field.state?.displayName === name) ??
        fields.find(field => field.name === name);
  const x =
    named(options.xField) ??
    fields.find(({ type }) => type === 'string') ??
    fields.find(({ type }) => type === 'time');
  if (!x) {
    return { problem: 'no-names' };
  }
  const series = fields
    .filter(
      field =>
        field !== x &&
        field.type === 'number' &&
        asObject(field.config.custom.hideFrom).viz !== true,
    )
    .map((field, index) => ({
      ...field,
      values: field.values.map(value =>
        Number.isFinite(value) ? value : null,
      ),
      // Colours are counted among the series alone.
      state: {
        displayName: field.state?.displayName ?? field.name,
        range: field.state?.range,
        seriesIndex: index,
      },
    }));
  return series.length > 0
    ? { data: { x, series, color: named(options.colorByField) } }
    : { problem: 'no-numbers' };
}

function fieldsOf(frames: DataFrame[]): DataField[] {
  const [first] = frames;
  const isTimed = first.fields.some(({ type }) => type === 'time');
  if (!isTimed || frames.length === 1) {
    return first.fields;
  }
  const { time, fields } = alignFrames(frames);
  return time ? [time, ...fields] : first.fields;
}
