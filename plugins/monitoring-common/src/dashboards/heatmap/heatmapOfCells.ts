import { DataField, DataFrame } from '../frames/DataFrame';
import { roundDown, roundUp } from '../histogram/rounding';
import { HeatmapOptions } from '../model/readHeatmapOptions';
import { asNumber, asObject } from '../model/json';
import { formattedText, formatValue } from '../units/formatValue';
import { Heatmap, HeatmapAxis } from './Heatmap';
import { colorRange, columnsFrom, columnsUpTo, countsOf } from './heatmapParts';

/**
 * A heatmap of a frame that has a row for each cell. With both bounds of the buckets only cells that
 * hold something need be there, as for Prometheus' native histograms.
 *
 * @see Grafana's `getDenseHeatmapData` and `getSparseHeatmapData`
 */
export function heatmapOfCells(
  frame: DataFrame,
  options: HeatmapOptions,
): Heatmap | undefined {
  const find = (...names: string[]) =>
    frame.fields.find(({ name }) => names.includes(name));
  const x = find('xMin', 'xMax', 'x');
  const [low, high, middle] = [find('yMin'), find('yMax'), find('y')];
  const y = low ?? high ?? middle;
  const count = frame.fields.find(
    ({ name, type }) => type === 'number' && !/^[xy](Min|Max)?$/.test(name),
  );
  if (!x || !y || !count) {
    return undefined;
  }
  const log = logBaseOf(y, low !== undefined && high !== undefined);
  const bounds = boundsOf({ y, low, high, log, split: splitOf(options) });
  const times = [...new Set(x.values.map(Number))].sort((a, b) => a - b);
  const columnOf = new Map(times.map((time, index) => [time, index]));
  const config = {
    ...y.config,
    unit: options.yAxis.unit ?? y.config.unit,
    decimals: options.yAxis.decimals ?? y.config.decimals,
  };
  const write = (value: number) =>
    formattedText(formatValue(value, config.unit, config.decimals));
  const found = new Map(
    [...bounds.values()]
      .sort((a, b) => a.from - b.from)
      .map(one => [
        `${one.from}/${one.to}`,
        {
          ...one,
          text: `${write(one.from)} – ${write(one.to)}`,
          counts: new Array<number | null>(times.length).fill(null),
        },
      ]),
  );
  const counts = countsOf(count);
  counts.forEach((value, cell) => {
    const { from, to } = bounds.get(cellKey(cell, y, high))!;
    found.get(`${from}/${to}`)!.counts[columnOf.get(Number(x.values[cell]))!] =
      value;
  });
  const rows = [...found.values()];
  const { cellValues } = options;
  return {
    columns:
      x.name === 'xMax'
        ? columnsUpTo({ ...x, values: times })
        : columnsFrom(times),
    rows,
    axis: axisOf(rows, { config, log, options }),
    countName: count.name,
    countConfig: {
      ...count.config,
      unit: cellValues.unit ?? count.config.unit,
      decimals: cellValues.decimals ?? count.config.decimals,
    },
    colors: colorRange(rows, options),
  };
}

function cellKey(cell: number, y: DataField, high?: DataField): string {
  return `${y.values[cell]}/${high?.values[cell]}`;
}

/** The buckets of all cells, by what tells them apart. */
function boundsOf(input: {
  y: DataField;
  low?: DataField;
  high?: DataField;
  log?: 2 | 10;
  split: number;
}): Map<string, { from: number; to: number }> {
  const { y, low, high, log, split } = input;
  const found = new Map<string, { from: number; to: number }>();
  const values = [...new Set(y.values.map(Number))].sort((a, b) => a - b);
  const size = values.length > 1 ? values[1] - values[0] : 1;
  const factor = log ? log ** (1 / split) : 1;
  y.values.forEach((value, cell) => {
    const key = cellKey(cell, y, high);
    if (found.has(key)) {
      return;
    }
    const at = Number(value);
    if (low && high) {
      found.set(key, { from: at, to: Number(high.values[cell]) });
    } else if (low) {
      found.set(key, { from: at, to: log ? at * factor : at + size });
    } else if (high) {
      found.set(key, { from: log ? at / factor : at - size, to: at });
    } else {
      found.set(key, { from: at - size / 2, to: at + size / 2 });
    }
  });
  return found;
}

function logBaseOf(
  { config }: DataField,
  isSparse: boolean,
): 2 | 10 | undefined {
  const scale = asObject(config.custom.scaleDistribution);
  if (scale.type === 'log' || scale.type === 'symlog' || isSparse) {
    return scale.log === 10 ? 10 : 2;
  }
  return undefined;
}

function splitOf({ calculate, calculation }: HeatmapOptions): number {
  const split = asNumber(asObject(calculation.yBuckets).value);
  return calculate && split !== undefined && split > 0 ? split : 1;
}

/** From the lowest bucket to the highest, or as the author says; magnitudes are whole on a logarithmic scale. */
function axisOf(
  rows: { from: number; to: number }[],
  {
    config,
    log,
    options,
  }: { config: DataField['config']; log?: 2 | 10; options: HeatmapOptions },
): HeatmapAxis {
  const { min, max } = options.yAxis;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { from, to } of rows) {
    if (!log || from > 0) {
      lowest = Math.min(lowest, from);
    }
    highest = Math.max(highest, to);
  }
  if (!log) {
    return {
      scale: 'linear',
      base: 10,
      min: min ?? lowest,
      max: max ?? highest,
      config,
    };
  }
  const exponent = log === 2 ? Math.log2 : Math.log10;
  // A hair's breadth of floating point is no magnitude more.
  const below = (value: number) => log ** roundDown(exponent(value) + 1e-9, 1);
  const above = (value: number) => log ** roundUp(exponent(value) - 1e-9, 1);
  return {
    scale: 'log',
    base: log,
    min: below(min !== undefined && min > 0 ? min : lowest),
    max: above(max !== undefined && max > 0 ? max : highest),
    config,
  };
}
