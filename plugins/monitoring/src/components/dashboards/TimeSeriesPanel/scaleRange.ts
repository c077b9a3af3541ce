import type uPlot from 'uplot';
import { PanelSeries } from '../series';

/** uPlot's ways to find limits; given, so that options need no uPlot. */
export type RangeMakers = Pick<
  typeof uPlot,
  'rangeNum' | 'rangeLog' | 'rangeAsinh'
>;

/** What a value axis is limited by. */
export interface ScaleLimits
  extends Pick<PanelSeries['style'], 'scale' | 'stacking'> {
  min?: number;
  max?: number;
  softMin?: number;
  softMax?: number;
  centeredZero: boolean;
  decimals?: number;
}

const DISTRIBUTIONS = { linear: 1, ordinal: 2, log: 3, symlog: 4 } as const;
/** Of an axis that shows nothing but zero. */
const FLAT_HALF = 80;
const WITHOUT_DATA = 100;

/**
 * uPlot's options of a value axis, by Grafana's rules: a tenth of room beyond the data, but not
 * across zero or a soft limit; the author's limits as they are; whole powers on logarithmic axes.
 */
export function scaleOptions(
  given: ScaleLimits,
  makers: RangeMakers,
): uPlot.Scale {
  const limits = given.scale.type === 'log' ? onPowers(given) : given;
  const soft = softLimits(limits);
  const { type, base, linearThreshold } = given.scale;
  const isFixed =
    soft.min === undefined &&
    soft.max === undefined &&
    limits.min !== undefined &&
    limits.max !== undefined;
  return {
    auto: !isFixed,
    distr: DISTRIBUTIONS[type],
    ...(type !== 'linear' && type !== 'ordinal' && { log: base }),
    ...(type === 'symlog' && { asinh: linearThreshold }),
    range: (_u, dataMin, dataMax) =>
      dataMin === null && dataMax === null && !isFixed
        ? // No series of the axis is shown: then it is not shown either.
          [null, null]
        : rangeOf(
            { ...limits, softMin: soft.min, softMax: soft.max },
            [dataMin ?? 0, dataMax ?? WITHOUT_DATA],
            makers,
          ),
  };
}

function softLimits({ stacking, min, max, softMin, softMax }: ScaleLimits) {
  const isPercent = stacking.mode === 'percent';
  return {
    min: softMin ?? (isPercent && min === undefined ? 0 : undefined),
    max: softMax ?? (isPercent && max === undefined ? 1 : undefined),
  };
}

/** Limits of logarithmic axes are powers of the base, and above zero. */
function onPowers(limits: ScaleLimits): ScaleLimits {
  const { base } = limits.scale;
  const log = base === 2 ? Math.log2 : Math.log10;
  const power = (limit: number | undefined, round: (value: number) => number) =>
    limit === undefined || limit <= 0 ? undefined : base ** round(log(limit));
  return {
    ...limits,
    min: power(limits.min, Math.floor),
    max: power(limits.max, Math.ceil),
    softMin: power(limits.softMin, Math.floor),
    softMax: power(limits.softMax, Math.ceil),
  };
}

function rangeOf(
  limits: ScaleLimits,
  [dataMin, dataMax]: [number, number],
  makers: RangeMakers,
): [number, number] {
  const { scale, centeredZero, decimals } = limits;
  const most = Math.max(Math.abs(dataMin), Math.abs(dataMax)) || FLAT_HALF;
  const [least, greatest] =
    centeredZero && scale.type !== 'log' ? [-most, most] : [dataMin, dataMax];
  let range = startRange(limits, [least, greatest], makers);
  if (decimals === 0) {
    range = onWholes(range, scale);
  }
  if (scale.type === 'linear' || scale.type === 'symlog') {
    // A soft limit lets the data decide.
    if (limits.softMin === undefined) {
      range[0] = limits.min ?? range[0];
    }
    if (limits.softMax === undefined) {
      range[1] = limits.max ?? range[1];
    }
  }
  // Limits that leave nothing to see are not obeyed.
  return range[0] < range[1]
    ? range
    : [scale.type === 'log' ? 1 : 0, WITHOUT_DATA];
}

function startRange(
  limits: ScaleLimits,
  [dataMin, dataMax]: [number, number],
  makers: RangeMakers,
): [number, number] {
  const { scale, min, max, softMin, softMax } = limits;
  switch (scale.type) {
    case 'log':
      return pair(
        makers.rangeLog(min ?? dataMin, max ?? dataMax, scale.base, true),
      );
    case 'symlog':
      return pair(makers.rangeAsinh(dataMin, dataMax, scale.base, true));
    default:
      return pair(
        makers.rangeNum(
          softMin === undefined && min !== undefined ? min : dataMin,
          softMax === undefined && max !== undefined ? max : dataMax,
          {
            min: {
              pad: 0.1,
              hard: min ?? -Infinity,
              soft: softMin ?? 0,
              mode: softMin === undefined ? 3 : 1,
            },
            max: {
              pad: 0.1,
              hard: max ?? Infinity,
              soft: softMax ?? 0,
              mode: softMax === undefined ? 3 : 1,
            },
          },
        ),
      );
  }
}

function pair([min, max]: uPlot.Range.MinMax): [number, number] {
  return [min ?? 0, max ?? WITHOUT_DATA];
}

/** The author wants no decimals: the axis ends at whole numbers. */
function onWholes(
  [min, max]: [number, number],
  { type, base }: ScaleLimits['scale'],
): [number, number] {
  if (type !== 'log') {
    return [Math.floor(min), Math.ceil(max)];
  }
  const log = base === 2 ? Math.log2 : Math.log10;
  const least = min <= 1 ? 1 : base ** Math.floor(log(min));
  const greatest = base ** Math.ceil(log(max));
  return [least, least === greatest ? greatest * base : greatest];
}
