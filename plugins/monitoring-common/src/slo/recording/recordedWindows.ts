import { burnRatePairs } from '../alerts/burnRatePairs';
import { Slo } from '../types';

/** What the SLOs' windows are summed from, in seconds; always recorded. */
const ALWAYS = [300, 3_600];

/**
 * Windows over which the bad and total events of SLOs are recorded: those of all their burn-rate
 * pairs, and the 5 minutes and the hour that longer ones are summed from.
 *
 * @returns in seconds, ascending
 * @public
 */
export function recordedWindows(
  slos: Pick<Slo, 'window' | 'alerting' | 'timeSlice'>[],
): number[] {
  const windows = slos.flatMap(slo =>
    burnRatePairs(slo).flatMap(pair => [pair.longWindow, pair.shortWindow]),
  );
  return [...new Set([...ALWAYS, ...windows])].sort((a, b) => a - b);
}
