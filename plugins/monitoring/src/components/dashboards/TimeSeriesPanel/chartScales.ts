import type uPlot from 'uplot';
import { PanelSeries, scaleKey, valueTicks } from '../series';
import { axisSides } from './axisSides';
import type { ChartOptionsInput } from './chartOptions';
import { scaleOptions } from './scaleRange';
import { schemeGradient } from './gradients';

const LEFT = 3;
const RIGHT = 1;
const FONT_SIZE = 12;
const LABEL_GAP = 8;
const TICK_SIZE = 4;
const GAP = 5;
/** Part of the chart that the texts of an axis take at most. */
const MOST_WIDTH = 0.4;
/** Binary units look odd in steps of ten: 953 MiB, 1.86 GiB. */
const BINARY_UNIT = /^(bytes|bits|[kmgtp]bytes|bin[bB]ps|[KMGTP]i(Bs|bits))$/;
const BINARY_INCREMENTS = Array.from({ length: 53 }, (_, power) => 2 ** power);

/** The value axes: one for each unit, limits and side that the author chose. */
export function chartScales(input: ChartOptionsInput): {
  scales: Record<string, uPlot.Scale>;
  axes: uPlot.Axis[];
} {
  const { series } = input.state();
  const members = new Map<string, number[]>();
  series.forEach((one, index) => {
    const key = scaleKey(one);
    members.set(key, [...(members.get(key) ?? []), index]);
  });
  const scales: Record<string, uPlot.Scale> = {};
  for (const [key, [first]] of members) {
    scales[key] = isBoolean(series[first])
      ? { auto: false, range: [0, 1] }
      : scaleOptions(limitsOf(series[first]), input.makers);
  }
  const sides = [...axisSides(series)];
  const firstWithoutWish = sides.findIndex(
    ([key]) => axisOf(series, members, key).showGrid === undefined,
  );
  const axes = sides.map(([key, side], place) =>
    axisOptions(input, {
      key,
      side: side === 'right' ? RIGHT : LEFT,
      // Those that have no axis of their own do not speak for it.
      first: members.get(key)![0],
      showGrid:
        axisOf(series, members, key).showGrid ?? place === firstWithoutWish,
      label: members
        .get(key)!
        .map(index => series[index].style.axis.label)
        .find(Boolean),
    }),
  );
  return { scales, axes };
}

function axisOf(
  series: PanelSeries[],
  members: Map<string, number[]>,
  key: string,
) {
  return series[members.get(key)![0]].style.axis;
}

function isBoolean({ config }: PanelSeries): boolean {
  return config.unit?.startsWith('bool') ?? false;
}

function limitsOf({ config, style }: PanelSeries) {
  const { softMin, softMax, centeredZero } = style.axis;
  return {
    min: config.min,
    max: config.max,
    softMin,
    softMax,
    centeredZero,
    decimals: config.decimals,
    scale: style.scale,
    stacking: style.stacking,
  };
}

interface AxisPlan {
  key: string;
  side: typeof LEFT | typeof RIGHT;
  /** Position of the series that speaks for the axis. */
  first: number;
  showGrid: boolean;
  label?: string;
}

function axisOptions(
  { state, look, theme, timeZone, measure }: ChartOptionsInput,
  { key, side, first, showGrid, label }: AxisPlan,
): uPlot.Axis {
  const { config, style } = state().series[first];
  const { axis, scale, stacking } = style;
  const font = `${FONT_SIZE}px ${look.fontFamily}`;
  const stroke =
    axis.colorMode === 'series' ? axisColor(state, first) : look.axisText;
  const lines = { stroke, width: 1 };
  const field = () => {
    const given = state().series[first].field;
    return stacking.mode === 'percent'
      ? { ...given, config: { ...given.config, unit: 'percentunit' } }
      : given;
  };
  return {
    scale: key,
    side,
    stroke,
    font,
    gap: GAP,
    labelGap: label ? LABEL_GAP : 0,
    ...(label && {
      label,
      labelFont: font,
      labelSize: FONT_SIZE + LABEL_GAP,
    }),
    grid: { show: showGrid, stroke: look.grid, width: 1 },
    ticks: { show: axis.showBorder, size: TICK_SIZE, ...lines },
    border: { show: axis.showBorder, ...lines },
    // More texts fit into a low chart when they stand closer.
    space: (_u, _axis, _min, _max, height) => (height <= 150 ? 15 : 30),
    ...(BINARY_UNIT.test(config.unit ?? '') && { incrs: BINARY_INCREMENTS }),
    ...(isBoolean(state().series[first]) && { splits: [0, 1] }),
    ...(config.decimals === 0 &&
      scale.type === 'linear' && {
        filter: (_u: uPlot, splits: number[]) =>
          splits.map(split => (Number.isInteger(split) ? split : null)),
      }),
    values: (_u, ticks, _axis, _space, increment) =>
      valueTicks(ticks, increment, field(), { theme, timeZone }),
    size: (u, texts) => {
      if (axis.width !== undefined) {
        return axis.width;
      }
      const widest = Math.max(
        0,
        ...(texts ?? []).map(text => measure(text ?? '', font)),
      );
      return Math.ceil(
        TICK_SIZE + GAP + Math.min(u.width * MOST_WIDTH, widest),
      );
    },
  };
}

function axisColor(
  state: ChartOptionsInput['state'],
  index: number,
): uPlot.Axis.Stroke {
  return u => {
    const one = state().series[index];
    const isScheme =
      one.style.gradientMode === 'scheme' &&
      one.config.color?.mode === 'thresholds';
    return isScheme ? schemeGradient(u, one, 1, state().theme) : one.color;
  };
}
