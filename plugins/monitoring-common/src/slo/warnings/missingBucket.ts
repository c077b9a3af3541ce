import { latencyText } from '../arithmetic/latencyText';
import { percentText } from '../arithmetic/percentText';
import { Slo } from '../types';
import { SloFacts } from './SloFacts';
import { SloWarning } from './SloWarning';

/** How far two numbers may be apart that were written as the same bound. */
const SAME_BOUND = 1e-9;

/** A latency threshold that the histogram has no bucket of. */
export function missingBucket(
  slo: Slo,
  { bucketBounds }: SloFacts,
): SloWarning[] {
  const { sli } = slo;
  if (sli.type !== 'latency' || sli.native || !bucketBounds) {
    return [];
  }
  const wanted = sli.thresholdSeconds;
  const bounds = bucketBounds
    .filter(bound => Number.isFinite(bound))
    .sort((a, b) => a - b);
  if (bounds.some(bound => Math.abs(bound - wanted) <= SAME_BOUND * wanted)) {
    return [];
  }
  const lower = bounds.filter(bound => bound < wanted).pop();
  const upper = bounds.find(bound => bound > wanted);
  const nearest = lower ?? upper;
  const advice = [
    lower === undefined
      ? undefined
      : `the next lower one, ${latencyText(lower)}, asks for a little more`,
    upper === undefined
      ? undefined
      : `the next higher one, ${latencyText(upper)}, for a little less`,
  ].filter(Boolean);
  return [
    {
      message: `The histogram '${sli.histogram}' of '${
        slo.id
      }' has no bucket of ${latencyText(
        wanted,
      )}, so nobody can count how many events took longer; ${
        advice.length > 0
          ? `write a bound that it has: ${advice.join(', ')}`
          : 'it has no bounds at all'
      }`,
      ...(nearest === undefined
        ? {}
        : {
            example: `latency ${percentText(slo.objective)}% < ${latencyText(
              nearest,
            ).replace(' ', '')}`,
          }),
    },
  ];
}
