import { JsonObject } from '@backstage/types';
import { asNumber } from '../model/json';
import { HistogramBuckets } from './buildHistogram';

/**
 * How a histogram panel counts; what is missing gets Grafana's default.
 *
 * @public
 */
export function readHistogramOptions(options: JsonObject): HistogramBuckets {
  const count = asNumber(options.bucketCount);
  const size = asNumber(options.bucketSize);
  return {
    bucketCount: count !== undefined && count > 0 ? count : 30,
    bucketSize: size !== undefined && size > 0 ? size : undefined,
    bucketOffset: asNumber(options.bucketOffset) ?? 0,
    combine: options.combine === true,
  };
}
