import {
  EventCounts,
  LONGEST_RAW_WINDOW,
  SloSamples,
} from '@sightline/backstage-plugin-monitoring-common';
import { isWhole } from './isWhole';
import { weighWindow } from './weighWindow';

/**
 * The best of what is recorded of an SLO and what its raw series say. Recorded figures are fresher,
 * and right as far back as they go; the raw ones fill in what is older. Where nothing does, an
 * alerting window is weighed by what is recorded of it, as the alerts do it: otherwise one bad
 * minute would be all of "6 h".
 *
 * @param recordedShare - of an alerting window (in seconds), 0..1
 */
export function mergeSamples(
  recorded: SloSamples | undefined,
  raw: SloSamples | undefined,
  recordedShare: (windowSeconds: number) => number,
): SloSamples | undefined {
  if (!recorded) {
    return raw;
  }
  // Up to an hour the rules count raw series: right from their first evaluation.
  const shareOf = (window: number) =>
    window <= LONGEST_RAW_WINDOW ? 1 : recordedShare(window);
  const windows = Object.entries(recorded.burn);
  if (!raw && windows.every(([window]) => isWhole(shareOf(Number(window))))) {
    return recorded;
  }
  const burn: Record<number, EventCounts> = { ...raw?.burn };
  for (const [key, counts] of windows) {
    const window = Number(key);
    const share = shareOf(window);
    if (isWhole(share)) {
      burn[window] = counts;
    } else if (raw?.burn[window]?.total === undefined) {
      burn[window] = weighWindow(counts, share);
    }
  }
  return raw && raw.coverage > recorded.coverage
    ? { ...raw, burn }
    : { ...recorded, burn };
}
