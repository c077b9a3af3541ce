import { EventCounts, SloSamples } from './SloSamples';
import { errorRatio } from './errorRatio';
import { BurnRatePair, Slo, SloState } from './types';

/** An SLO with data for less of its window than this is young. Gaps of a few per cent are not worth a state. */
const YOUNG_BELOW = 0.9;

/** Without an event for so long, in seconds, an SLO has no traffic. */
const QUIET_AFTER = 21_600;

/** What the state of an SLO is decided from. */
export interface SloEvidence {
  slo: Slo;
  samples?: SloSamples;
  burnRates: BurnRatePair[];
  /** Share of events that may be bad. */
  errorBudget: number;
  /** Why the SLO cannot be measured at all. */
  invalid?: string;
  /** Why the figures are not of now. */
  stale?: string;
  /** Severity of the SLO's alerts that fire at their source. */
  firingAlert?: BurnRatePair['severity'];
}

/** The histogram is there, its bucket is not: nothing can be said, least of all that all was fast. */
function lacksBucket(slo: Slo, { bad, total }: EventCounts): boolean {
  return slo.sli.type === 'latency' && bad === undefined && Boolean(total);
}

/** While a window fills, only what no good future can repair counts as exhausted. */
function isExhausted(evidence: SloEvidence, samples: SloSamples): boolean {
  const ratio = errorRatio(samples.window);
  if (ratio === undefined) {
    return false;
  }
  const share = samples.coverage < YOUNG_BELOW ? samples.coverage : 1;
  return ratio * share >= evidence.errorBudget;
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
  if (samples?.window.total === undefined) {
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
  if (samples.burn[QUIET_AFTER]?.total === 0 || samples.window.total === 0) {
    return 'no-traffic';
  }
  return samples.coverage < YOUNG_BELOW ? 'young' : 'ok';
}
