import type uPlot from 'uplot';
import { FieldConfig } from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, valueTicks } from '../series';
import type { ChartOptionsInput } from './chartOptions';

const LEFT = 3;
const RIGHT = 1;
const CHARACTER_WIDTH = 7;
/** Binary units look odd in steps of ten: 953 MiB, 1.86 GiB. */
const BINARY_UNIT = /^(bytes|bits|[kmgtp]bytes|bin[bB]ps|[KMGTP]i(Bs|bits))$/;
const BINARY_INCREMENTS = Array.from({ length: 61 }, (_, power) => 2 ** power);

/** The value axes: one for each unit, and for each side that the author chose. */
export function chartScales(input: ChartOptionsInput): {
  scales: Record<string, uPlot.Scale>;
  axes: uPlot.Axis[];
  scaleOf: (series: PanelSeries) => string;
} {
  const scales: Record<string, uPlot.Scale> = {};
  const axes: uPlot.Axis[] = [];
  const first = new Map<string, PanelSeries>();

  for (const one of input.series) {
    const key = scaleKey(one);
    if (!first.has(key)) {
      first.set(key, one);
    }
  }
  for (const [key, one] of first) {
    const isFirst = axes.length === 0;
    scales[key] = scaleOptions(one, sharedBounds(input, key), input.rangeNum);
    axes.push(axisOptions(one, key, isFirst, input));
  }
  return { scales, axes, scaleOf: scaleKey };
}

function scaleKey(series: PanelSeries): string {
  const { config, style } = series;
  const unit = style.stacking.mode === 'percent' ? '%' : config.unit ?? '';
  return `y/${unit}/${style.axisPlacement}/${style.logBase ?? ''}`;
}

/** The author's limits; the first series that has one decides. */
function sharedBounds(input: ChartOptionsInput, key: string) {
  const mine = input.series.filter(one => scaleKey(one) === key);
  const first = (read: (one: PanelSeries) => number | undefined) =>
    mine.map(read).find(value => value !== undefined);
  return {
    min: first(one => one.config.min),
    max: first(one => one.config.max),
    softMin: first(one => one.style.axisSoftMin),
    softMax: first(one => one.style.axisSoftMax),
  };
}

function scaleOptions(
  series: PanelSeries,
  bounds: ReturnType<typeof sharedBounds>,
  rangeNum: ChartOptionsInput['rangeNum'],
): uPlot.Scale {
  const { logBase, stacking } = series.style;
  if (logBase) {
    return { distr: 3, log: logBase === 2 ? 2 : 10 };
  }
  if (stacking.mode === 'percent') {
    return { range: [0, 1] };
  }
  const config = {
    min: limit(bounds.softMin),
    max: limit(bounds.softMax),
  };
  return {
    range: (_u, dataMin, dataMax) => {
      const [min, max] =
        dataMin === null || dataMax === null
          ? [0, 100]
          : rangeNum(dataMin, dataMax, config);
      const fixed: [number | null, number | null] = [
        bounds.min ?? min,
        bounds.max ?? max,
      ];
      // Limits that leave nothing to see are not obeyed.
      return (fixed[0] ?? 0) < (fixed[1] ?? 0) ? fixed : [min, max];
    },
  };
}

/** With a tenth of space, but not across zero or the author's soft limit. */
function limit(soft: number | undefined): uPlot.Range.Limit {
  return { pad: 0.1, soft: soft ?? 0, mode: soft === undefined ? 3 : 1 };
}

function axisOptions(
  series: PanelSeries,
  key: string,
  isFirst: boolean,
  { look }: ChartOptionsInput,
): uPlot.Axis {
  const { config, style } = series;
  const isRight =
    style.axisPlacement === 'right' ||
    (style.axisPlacement === 'auto' && !isFirst);
  const { unit, decimals } = axisFormat(config, style.stacking.mode);
  return {
    scale: key,
    side: isRight ? RIGHT : LEFT,
    show: style.axisPlacement !== 'hidden',
    stroke: look.axisText,
    font: `12px ${look.fontFamily}`,
    label: style.axisLabel,
    labelFont: `12px ${look.fontFamily}`,
    labelSize: 18,
    grid: { show: isFirst, stroke: look.grid, width: 1 },
    ticks: { show: false },
    gap: 6,
    space: 22,
    incrs: BINARY_UNIT.test(unit ?? '') ? BINARY_INCREMENTS : undefined,
    values: (_u, ticks) =>
      style.logBase
        ? ticks.map(tick => valueTicks([tick], unit, decimals)[0])
        : valueTicks(ticks, unit, decimals),
    size: (_u, texts) =>
      Math.max(0, ...(texts ?? []).map(text => String(text).length)) *
        CHARACTER_WIDTH +
      12,
  };
}

function axisFormat(config: FieldConfig, stacking: string) {
  return stacking === 'percent'
    ? { unit: 'percentunit', decimals: 0 }
    : { unit: config.unit, decimals: config.decimals };
}
