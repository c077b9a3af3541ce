import { DataField, DataFrame } from '../frames/DataFrame';
import { HeatmapOptions } from '../model/readHeatmapOptions';
import { formattedText, formatValue } from '../units/formatValue';
import { Heatmap, HeatmapAxis, HeatmapRow } from './Heatmap';
import { colorRange, columnsUpTo, countsOf } from './heatmapParts';

/** The next bucket is so much larger, when the buckets do not tell. */
const USUAL_FACTOR = 1.5;

/**
 * A heatmap of a frame that has a field for each bucket. The field's name, or its label, is the bound of
 * the bucket; all buckets are equally high unless the author wants a scale.
 *
 * @see Grafana's `rowsToCellsHeatmap`
 */
export function heatmapOfRows(
  frame: DataFrame,
  options: HeatmapOptions,
): Heatmap | undefined {
  const [time] = frame.fields;
  const buckets = frame.fields.slice(1).filter(({ type }) => type === 'number');
  if (time?.type !== 'time' || buckets.length === 0) {
    return undefined;
  }
  const { rows, axis } = options.bucketScale
    ? scaledRows(buckets, options)
    : ordinalRows(buckets, options);
  const {
    displayNameFromSource: _,
    displayName: __,
    ...config
  } = buckets[0].config;
  return {
    columns: columnsUpTo(time),
    rows,
    axis,
    countName: options.valueName ?? 'Value',
    countConfig: {
      ...config,
      unit: options.cellValues.unit ?? config.unit,
      decimals: options.cellValues.decimals ?? config.decimals,
    },
    colors: colorRange(rows, options),
  };
}

function ordinalRows(
  buckets: DataField[],
  options: HeatmapOptions,
): { rows: HeatmapRow[]; axis: HeatmapAxis } {
  const { unit, decimals } = options.yAxis;
  const isFormatted = unit !== undefined || decimals !== undefined;
  const write = (name: string) =>
    isFormatted && !Number.isNaN(Number(name))
      ? formattedText(formatValue(Number(name), unit ?? 'short', decimals))
      : name;
  const label = Object.keys(buckets[0].labels ?? {})[0];
  const names = buckets.map(field =>
    write(field.state?.displayName ?? field.name),
  );
  const layout = layoutOf(buckets[0], options);
  const zero = isFormatted ? write('0') : '0.0';
  const lowest = label === 'le' ? zero : '';
  // Texts as `pod-xyz` name a row; numbers are its bounds.
  const areNames = !label || Number.isNaN(Number(buckets[0].labels?.[label]));
  const offset = { le: -1, ge: 0, unknown: -0.5 }[layout];
  const rows = buckets.map((field, index) => {
    const bounds =
      layout === 'le'
        ? [names[index - 1] ?? lowest, names[index]]
        : [names[index], names[index + 1] ?? ''];
    return {
      from: index + offset,
      to: index + offset + 1,
      text:
        areNames || layout === 'unknown'
          ? names[index]
          : bounds.filter(Boolean).join(' – '),
      counts: countsOf(field),
    };
  });
  const ticks = names.map((text, at) => ({ at, text }));
  return {
    rows,
    axis: {
      scale: 'ordinal',
      base: 10,
      min: rows[0].from,
      max: rows[rows.length - 1].to,
      ticks: layout === 'le' ? [{ at: -1, text: lowest }, ...ticks] : ticks,
      config: { mappings: [], custom: {} },
    },
  };
}

function layoutOf(
  { labels }: DataField,
  { layout }: HeatmapOptions,
): 'le' | 'ge' | 'unknown' {
  if (layout !== 'auto') {
    return layout;
  }
  if (labels?.le !== undefined) {
    return 'le';
  }
  return labels?.ge !== undefined ? 'ge' : 'unknown';
}

/** Each bucket from its bound to the next one's; those without a finite bound have no place. */
function scaledRows(
  buckets: DataField[],
  options: HeatmapOptions,
): { rows: HeatmapRow[]; axis: HeatmapAxis } {
  const { type, base } = options.bucketScale!;
  const label = Object.keys(buckets[0].labels ?? {})[0];
  const isLog = type !== 'linear';
  const bounded = buckets
    .map(field => ({
      field,
      bound: Number((label && field.labels?.[label]) ?? field.name),
    }))
    .filter(({ bound }) => Number.isFinite(bound) && (!isLog || bound > 0));
  const config = {
    ...buckets[0].config,
    unit: options.yAxis.unit ?? buckets[0].config.unit,
    decimals: options.yAxis.decimals ?? buckets[0].config.decimals,
  };
  const write = (value: number) =>
    formattedText(formatValue(value, config.unit, config.decimals));
  const [beforeLast, last] = bounded.slice(-2).map(({ bound }) => bound);
  const factor = last / beforeLast > 1 ? last / beforeLast : USUAL_FACTOR;
  const rows = bounded.map(({ field, bound }, index) => {
    const to = bounded[index + 1]?.bound ?? bound * factor;
    return {
      from: bound,
      to,
      text: `${write(bound)} – ${write(to)}`,
      counts: countsOf(field),
    };
  });
  return {
    rows,
    axis: {
      scale: isLog ? 'log' : 'linear',
      base,
      min: options.yAxis.min ?? rows[0]?.from ?? 0,
      max: options.yAxis.max ?? rows.at(-1)?.to ?? 1,
      config,
    },
  };
}
