import { SloEvidence } from './decideSloState';
import { errorRatio } from './errorRatio';
import { formatDuration } from '../durations/formatDuration';
import { SloState } from './types';

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

function times(burnRate: number | undefined): string {
  return burnRate === undefined ? '–' : `${Number(burnRate.toPrecision(3))}×`;
}

function burning({ burnRates }: SloEvidence): string {
  const pair = burnRates[0];
  if (!pair.firing) {
    return 'A burn-rate alert of this SLO fires';
  }
  return `The budget burns at ${times(pair.longBurnRate)} over ${formatDuration(
    pair.longWindow,
  )} and ${times(pair.shortBurnRate)} over ${formatDuration(
    pair.shortWindow,
  )}; the limit is ${times(pair.limit)}`;
}

function exhausted({ samples, errorBudget }: SloEvidence): string {
  const ratio = errorRatio(samples?.window ?? {}) ?? 0;
  return `${percent(ratio)} of the events in the window were bad, ${percent(
    errorBudget,
  )} may be`;
}

function noData(evidence: SloEvidence): string {
  const { samples, errorBudget } = evidence;
  const ratio = errorRatio(samples?.window ?? {});
  if (!samples || ratio === undefined) {
    return 'No series matches this SLI. The service may not be scraped, or name its metrics otherwise';
  }
  return `The series have ended. The service may be down, or renamed its metrics. Before, ${percent(
    1 - ratio / errorBudget,
  )} of the budget was left`;
}

function invalid({ slo, invalid: problem }: SloEvidence): string {
  if (problem !== undefined) {
    return problem;
  }
  return slo.sli.type === 'latency'
    ? `The histogram ${slo.sli.histogram} has no bucket at ${slo.sli.thresholdSeconds} s; choose a threshold that is one of its bucket bounds`
    : 'The SLI cannot be measured';
}

/** One sentence for people: why an SLO is in its state. `undefined` when all is well. */
export function explainSloState(
  state: SloState,
  evidence: SloEvidence,
): string | undefined {
  switch (state) {
    case 'exhausted':
      return exhausted(evidence);
    case 'burning':
    case 'warning':
      return burning(evidence);
    case 'invalid':
      return invalid(evidence);
    case 'no-data':
      return noData(evidence);
    case 'stale':
      return evidence.stale;
    case 'no-traffic':
      return evidence.samples?.window.total === 0
        ? 'No events in the whole window. Nothing can fail, so the budget rests'
        : 'No events in the last 6 h. Nothing can fail, so the budget rests';
    case 'young':
      return `${percent(
        evidence.samples?.coverage ?? 0,
      )} of the window is measured so far`;
    default:
      return undefined;
  }
}
