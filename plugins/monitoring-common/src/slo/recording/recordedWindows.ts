import { burnRatePairs } from '../alerts/burnRatePairs';
import { sloWindowKey } from '../windows/sloWindowKey';
import { Slo } from '../types';

type Windowed = Pick<Slo, 'window' | 'alerting' | 'timeSlice'>;

/** What the SLOs' windows are summed from, in seconds; always recorded. */
const ALWAYS = [300, 3_600];

/** Windows, slices and pairs are the same for most of a fleet, and pairs take long to work out. */
function distinct(slos: readonly Windowed[]): Windowed[] {
  const byKey = new Map<string, Windowed>();
  for (const slo of slos) {
    const { catalogue } = slo.alerting ?? {};
    const pairs = catalogue ? JSON.stringify(catalogue) : '';
    byKey.set(
      `${sloWindowKey(slo.window)} ${slo.timeSlice?.seconds} ${pairs}`,
      slo,
    );
  }
  return [...byKey.values()];
}

/**
 * Windows over which the bad and total events of SLOs are recorded: those of all their burn-rate
 * pairs, and the 5 minutes and the hour that longer ones are summed from.
 *
 * @returns in seconds, ascending
 * @public
 */
export function recordedWindows(slos: readonly Windowed[]): number[] {
  const windows = distinct(slos).flatMap(slo =>
    burnRatePairs(slo).flatMap(pair => [pair.longWindow, pair.shortWindow]),
  );
  return [...new Set([...ALWAYS, ...windows])].sort((a, b) => a - b);
}
