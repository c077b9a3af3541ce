import { fieldDisplayName } from '../frames/fieldDisplayName';
import { DataField, DataFrame } from '../frames/DataFrame';
import { roundDown } from '../histogram/rounding';
import { AxisBuckets, HeatmapCalculation } from './readHeatmapCalculation';
import { roundBucketSize } from './increments';

/** More would take seconds to draw, and could not be told apart. */
export const MOST_CELLS = 400_000;

const USUAL_COLUMNS = 20;
const USUAL_ROWS = 10;

/** Why there is no heatmap. @public */
export type HeatmapProblem =
  | { kind: 'no-values' }
  /** So many cells were asked for. */
  | { kind: 'too-many-cells'; cells: number };

/** @public */
export type CalculatedHeatmap =
  | { frame: DataFrame; problem?: undefined }
  | { frame?: undefined; problem: HeatmapProblem };

/**
 * Counts values over time into cells of equal size. Values that are not finite are not counted, on a
 * logarithmic scale neither those that are not above 0.
 *
 * @param range - what the columns cover, in Unix milliseconds; absent: the times of the values
 * @returns a frame with a row for each cell, column by column and from the lowest bucket up: `xMin`,
 * `yMin` and `Count`
 * @see Grafana's `calculateHeatmapFromData`
 * @public
 */
export function calculateHeatmap(
  frames: DataFrame[],
  calculation: HeatmapCalculation,
  range?: { from: number; to: number },
): CalculatedHeatmap {
  const { logBase } = calculation.y;
  const points = readPoints(frames, logBase !== undefined);
  const { xField, yField, xs, ys } = points;
  if (!xField || !yField || xs.length === 0) {
    return { problem: { kind: 'no-values' } };
  }
  const x = range ? { min: range.from, max: range.to } : limits(xs);
  const y = limits(ys);
  const xSize = sizeOf(calculation.x, x, USUAL_COLUMNS, true);
  const ySize = logBase
    ? 1 / calculation.y.split
    : sizeOf(calculation.y, y, USUAL_ROWS, false);
  const exponent = logBase
    ? (value: number) => (logBase === 2 ? Math.log2(value) : Math.log10(value))
    : (value: number) => value;

  const left = roundDown(x.min, xSize);
  const bottom = roundDown(exponent(y.min), ySize);
  const columns = countOf(left, roundDown(x.max, xSize), xSize);
  const rows = countOf(bottom, roundDown(exponent(y.max), ySize), ySize);
  const cells = columns * rows;
  if (!(cells <= MOST_CELLS)) {
    return { problem: { kind: 'too-many-cells', cells } };
  }
  const counts = new Array<number>(cells).fill(0);
  xs.forEach((time, index) => {
    const column = Math.round((roundDown(time, xSize) - left) / xSize);
    const row = Math.round(
      (roundDown(exponent(ys[index]), ySize) - bottom) / ySize,
    );
    if (column >= 0 && column < columns) {
      counts[column * rows + row]++;
    }
  });
  const startOf = (row: number) => {
    const start = bottom + row * ySize;
    return logBase ? logBase ** start : start;
  };
  const yConfig = {
    ...yField.config,
    displayNameFromSource: undefined,
    custom: {
      ...yField.config.custom,
      scaleDistribution: logBase
        ? { type: 'log', log: logBase }
        : { type: 'linear' },
    },
  };
  return {
    frame: {
      name: yField.state?.displayName ?? points.name,
      meta: { type: 'heatmap-cells' },
      fields: [
        {
          name: 'xMin',
          type: xField.type,
          config: xField.config,
          values: counts.map(
            (_, cell) => left + Math.floor(cell / rows) * xSize,
          ),
        },
        {
          name: 'yMin',
          type: 'number',
          config: yConfig,
          values: counts.map((_, cell) => startOf(cell % rows)),
        },
        {
          name: 'Count',
          type: 'number',
          config: { mappings: [], custom: {}, unit: 'short' },
          values: counts,
        },
      ],
    },
  };
}

/** All values of all series with their times. */
function readPoints(frames: DataFrame[], onlyPositive: boolean) {
  let [xField, yField, name]: [DataField?, DataField?, string?] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const frame of frames) {
    const times = frame.fields.find(({ type }) => type === 'time');
    const fields = frame.fields.filter(({ type }) => type === 'number');
    if (!times || fields.length === 0) {
      continue;
    }
    xField ??= times;
    yField ??= fields[0];
    name ??= fieldDisplayName(fields[0], frame, frames);
    for (const { values } of fields) {
      values.forEach((value, index) => {
        const time = times.values[index];
        if (
          typeof time === 'number' &&
          typeof value === 'number' &&
          Number.isFinite(value) &&
          (!onlyPositive || value > 0)
        ) {
          xs.push(time);
          ys.push(value);
        }
      });
    }
  }
  return { xField, yField, name, xs, ys };
}

function limits(values: number[]): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { min, max };
}

function sizeOf(
  { size, count }: AxisBuckets,
  { min, max }: { min: number; max: number },
  usual: number,
  isTime: boolean,
): number {
  return (
    size ??
    roundBucketSize((max - min) / Math.max((count ?? usual) - 1, 1), isTime)
  );
}

function countOf(first: number, last: number, size: number): number {
  return Math.round((last - first) / size) + 1;
}
