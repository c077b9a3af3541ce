import { EventCounts, SloSamples } from './SloSamples';

/** Unix seconds of the year 10000: what is later, or before 1970, is no time of a measurement. */
const LATEST_TIME = 253_402_300_800;

function isCount(value: number | undefined): boolean {
  return Number.isFinite(value) && Number(value) >= 0;
}

/** Counts are of events; what is below nothing or no number was not counted. */
function plausibleCounts({ bad, total }: EventCounts): EventCounts {
  const all = isCount(total) ? total : undefined;
  if (bad === undefined || !Number.isFinite(bad)) {
    return { total: all };
  }
  // Extrapolation can find a little more bad events than there were any, and less than none.
  return { bad: Math.min(Math.max(0, bad), all ?? Infinity), total: all };
}

/**
 * What can be believed of samples: finite counts from 0 on with no more bad events than there were
 * in all, a coverage of 0..1.
 *
 * @returns `undefined` when nobody knows of when they are
 */
export function plausibleSamples(
  samples: SloSamples | undefined,
): SloSamples | undefined {
  if (!samples || !(samples.time >= 0 && samples.time < LATEST_TIME)) {
    return undefined;
  }
  const burn = Object.entries(samples.burn).map(
    ([window, counts]) => [window, plausibleCounts(counts)] as const,
  );
  return {
    time: samples.time,
    window: plausibleCounts(samples.window),
    burn: Object.fromEntries(burn),
    coverage: samples.coverage > 0 ? Math.min(1, samples.coverage) : 0,
  };
}
