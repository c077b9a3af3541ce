import { EventCounts, SloSamples } from './SloSamples';
import { errorRatio } from '../arithmetic/errorRatio';
import { sloUnit } from '../sli/sloUnit';
import { BurnRatePair, Slo, SloState } from '../types';

/** An SLO with data for less of its window than this is young. Gaps of a few per cent are not worth a state. */
const YOUNG_BELOW = 0.9;

/** Without an event for about so long, in seconds, an SLO has no traffic. */
const QUIET_AFTER = 21_600;

/** What the state of an SLO is decided from. */
export interface SloEvidence {
  slo: Slo;
  samples?: SloSamples;
  burnRates: BurnRatePair[];
  /** Share of events that may be bad. */
  errorBudget: number;
  /** Share of the window that has passed, below 1 in a calendar window. */
  elapsed: number;
  /** Why the SLO cannot be measured at all. */
  invalid?: string;
  /** Why the figures are not of now. */
  stale?: string;
  /** Severity of the SLO's burn-rate alerts that fire at their source. */
  firingAlert?: BurnRatePair['severity'];
}

/** The histogram is there, its bucket is not: nothing can be said, least of all that all was fast. */
function lacksBucket({ sli }: Slo, { bad, total }: EventCounts): boolean {
  return (
    sli.type === 'latency' && !sli.native && bad === undefined && Boolean(total)
  );
}

/**
 * Whether the whole window's budget is spent. While a window fills (a calendar's, or that of an SLO
 * whose past is not known), only what no good future can repair counts.
 */
function isExhausted(evidence: SloEvidence, samples: SloSamples): boolean {
  const ratio = errorRatio(samples.window);
  if (ratio === undefined) {
    return false;
  }
  const known = samples.coverage < YOUNG_BELOW ? samples.coverage : 1;
  return ratio * known * evidence.elapsed >= evidence.errorBudget;
}

/**
 * The window that tells whether there is traffic: the longest alerting window of at most six
 * hours. In seconds.
 */
export function quietWindow({ burn }: SloSamples): number | undefined {
  const windows = Object.keys(burn)
    .map(Number)
    .filter(window => window <= QUIET_AFTER);
  return windows.length > 0 ? Math.max(...windows) : undefined;
}

/** Nobody used the service. Minutes pass whether it is used or not. */
function hasNoTraffic(slo: Slo, samples: SloSamples): boolean {
  if (sloUnit(slo) === 'minutes') {
    return false;
  }
  const quiet = quietWindow(samples);
  return (
    samples.window.total === 0 ||
    (quiet !== undefined && samples.burn[quiet].total === 0)
  );
}

/** No series was found over the window; of minutes, none was looked at. */
function hasNoData(slo: Slo, { window }: SloSamples): boolean {
  const { total } = window;
  return (
    total === undefined ||
    !Number.isFinite(total) ||
    (total === 0 && sloUnit(slo) === 'minutes')
  );
}

/** The state of an SLO, the most urgent that holds. */
export function decideSloState(evidence: SloEvidence): SloState {
  const { slo, samples, burnRates, firingAlert } = evidence;
  if (evidence.invalid !== undefined) {
    return 'invalid';
  }
  if (evidence.stale !== undefined) {
    return 'stale';
  }
  if (!samples || hasNoData(slo, samples)) {
    return 'no-data';
  }
  if (lacksBucket(slo, samples.window)) {
    return 'invalid';
  }
  if (isExhausted(evidence, samples)) {
    return 'exhausted';
  }
  const fires = (severity: BurnRatePair['severity']) =>
    firingAlert === severity ||
    burnRates.some(pair => pair.firing && pair.severity === severity);
  if (fires('page')) {
    return 'burning';
  }
  if (fires('ticket')) {
    return 'warning';
  }
  if (samples.burn[300]?.total === undefined) {
    return 'no-data';
  }
  if (hasNoTraffic(slo, samples)) {
    return 'no-traffic';
  }
  return samples.coverage < YOUNG_BELOW ? 'young' : 'ok';
}
