import { JsonObject } from '@backstage/types';
import { parseGrafanaInterval } from '../intervals/parseGrafanaInterval';
import { asNumber, asObject, asText } from '../model/json';

/** How one axis is cut into buckets. @public */
export interface AxisBuckets {
  /** Of each, in milliseconds for times; absent when they are counted. */
  size?: number;
  /** About so many; absent when neither is given. */
  count?: number;
}

/** How a heatmap counts values. @public */
export interface HeatmapCalculation {
  x: AxisBuckets;
  y: AxisBuckets & {
    /** Base of the logarithmic scale; absent means linear. */
    logBase?: 2 | 10;
    /** Into how many parts each magnitude is cut, when the scale is logarithmic. */
    split: number;
  };
}

/**
 * The options of a calculated heatmap, of the panel or of the transformation.
 *
 * @param usual - what buckets are given by when the author does not say
 * @public
 */
export function readHeatmapCalculation(
  options: JsonObject,
  usual?: 'size',
): HeatmapCalculation {
  const x = asObject(options.xBuckets);
  const y = asObject(options.yBuckets);
  const scale = asObject(y.scale);
  const bySize = (mode: unknown) => (mode ?? usual) === 'size';
  const xSize = bySize(x.mode)
    ? durationOf(asText(x.value) ?? '')
    : asNumber(x.value);
  const ySize = asNumber(y.value);
  return {
    x: bucketsOf(xSize, x.mode === 'count'),
    y: {
      ...bucketsOf(ySize, y.mode === 'count'),
      logBase: scale.type === 'log' ? baseOf(scale.log) : undefined,
      split: ySize !== undefined && ySize > 0 ? ySize : 1,
    },
  };
}

function baseOf(base: unknown): 2 | 10 {
  return base === 10 ? 10 : 2;
}

function bucketsOf(value: number | undefined, isCount: boolean): AxisBuckets {
  if (value === undefined || value <= 0) {
    return {};
  }
  return isCount ? { count: value } : { size: value };
}

/** A number alone is milliseconds. */
function durationOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  return parseGrafanaInterval(text);
}
