import { DataField } from '../frames/DataFrame';
import { HeatmapOptions } from '../model/readHeatmapOptions';
import { Heatmap, HeatmapRow } from './Heatmap';

const MINUTE = 60_000;

/** Columns that end at the times of a field: what they count was before. */
export function columnsUpTo({ values, config }: DataField): Heatmap['columns'] {
  const times = values.map(Number);
  const width = config.interval ?? smallestStep(times);
  return times.map(time => ({ from: time - width, to: time }));
}

/** Columns that start at these times. */
export function columnsFrom(times: number[]): Heatmap['columns'] {
  const width = smallestStep(times);
  return times.map(time => ({ from: time, to: time + width }));
}

function smallestStep(times: number[]): number {
  let step = Infinity;
  for (let index = 1; index < times.length; index++) {
    step = Math.min(step, times[index] - times[index - 1]);
  }
  return Number.isFinite(step) && step > 0 ? step : MINUTE;
}

/** What is no finite number is not known. */
export function countsOf({ values }: DataField): (number | null)[] {
  return values.map(value =>
    typeof value === 'number' && Number.isFinite(value) ? value : null,
  );
}

/** Whether a cell is filled. */
export function isFilled(
  count: number | null,
  { emptyUpTo, emptyFrom }: Pick<HeatmapOptions, 'emptyUpTo' | 'emptyFrom'>,
): count is number {
  return count !== null && count > emptyUpTo && count < emptyFrom;
}

/** What the colours stand for: as the author says, else the smallest and largest count that is drawn. */
export function colorRange(
  rows: HeatmapRow[],
  options: HeatmapOptions,
): Heatmap['colors'] {
  let [min, max] = [Infinity, -Infinity];
  for (const { counts } of rows) {
    for (const count of counts) {
      if (isFilled(count, options)) {
        min = Math.min(min, count);
        max = Math.max(max, count);
      }
    }
  }
  return min <= max
    ? { min: options.color.min ?? min, max: options.color.max ?? max }
    : undefined;
}
