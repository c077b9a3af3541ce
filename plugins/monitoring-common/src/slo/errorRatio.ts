import { EventCounts } from './SloSamples';

/**
 * Share of events that were bad, 0..1; `undefined` without events, never NaN.
 *
 * @public
 */
export function errorRatio({ bad, total }: EventCounts): number | undefined {
  return bad === undefined || !total
    ? undefined
    : Math.min(1, Math.max(0, bad / total));
}
