import { JsonObject } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { buildHistogram } from './buildHistogram';
import { readHistogramOptions } from './readHistogramOptions';

/**
 * Grafana's transformation `histogram`. Unlike the panel, it knows no number of buckets.
 *
 * @public
 */
export function transformToHistogram(
  frames: DataFrame[],
  options: JsonObject,
): DataFrame[] {
  const { bucketCount: _, ...buckets } = readHistogramOptions({
    ...options,
    bucketSize: leadingNumber(options.bucketSize),
    bucketOffset: leadingNumber(options.bucketOffset),
  });
  const histogram = buildHistogram(frames, buckets);
  return histogram ? [histogram] : [];
}

/** Authors write sizes as text, too: `10`, `2.5s`. */
function leadingNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}
