import {
  LONGEST_RAW_WINDOW,
  Slo,
  SloSamples,
  windowHours,
} from '@sightline/backstage-plugin-monitoring-common';

const HOUR = 3_600;

/**
 * The best of what is recorded of an SLO and what its raw series say. Recorded figures are fresher,
 * and right as far back as they go; the raw ones fill in what is older.
 */
export function mergeSamples(
  slo: Slo,
  recorded: SloSamples | undefined,
  raw: SloSamples | undefined,
): SloSamples | undefined {
  if (!recorded || !raw) {
    return recorded ?? raw;
  }
  const recordedSeconds =
    recorded.coverage * windowHours(slo.window, recorded.time) * HOUR;
  const burn = { ...raw.burn };
  for (const [window, counts] of Object.entries(recorded.burn)) {
    // Up to an hour the rules count raw series: right from their first evaluation.
    if (Number(window) <= Math.max(LONGEST_RAW_WINDOW, recordedSeconds)) {
      burn[Number(window)] = counts;
    }
  }
  return raw.coverage > recorded.coverage
    ? { ...raw, burn }
    : { ...recorded, burn };
}
