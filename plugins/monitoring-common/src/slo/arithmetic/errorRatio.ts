import { EventCounts } from '../status/SloSamples';

/**
 * Share of events that were bad, 0..1; `undefined` without events, never NaN.
 *
 * @public
 */
export function errorRatio({ bad, total }: EventCounts): number | undefined {
  const ratio = (bad ?? NaN) / (total ?? NaN);
  return Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : undefined;
}
