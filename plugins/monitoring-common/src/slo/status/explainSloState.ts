import { quietWindow, SloEvidence } from './decideSloState';
import { budgetRemaining } from '../arithmetic/budgetRemaining';
import { errorRatio } from '../arithmetic/errorRatio';
import { formatDuration } from '../../durations/formatDuration';
import { sloUnit } from '../sli/sloUnit';
import { SloState } from '../types';

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

function times(burnRate: number | undefined): string {
  return burnRate === undefined ? '–' : `${Number(burnRate.toPrecision(3))}×`;
}

function burning({ burnRates }: SloEvidence): string {
  const pair = burnRates[0];
  if (!pair?.firing) {
    return 'A burn-rate alert of this SLO fires';
  }
  return `The budget burns at ${times(pair.longBurnRate)} over ${formatDuration(
    pair.longWindow,
  )} and ${times(pair.shortBurnRate)} over ${formatDuration(
    pair.shortWindow,
  )}; the limit is ${times(pair.limit)}`;
}

function exhausted({
  slo,
  samples,
  errorBudget,
  elapsed,
}: SloEvidence): string {
  const ratio = errorRatio(samples?.window ?? {}) ?? 0;
  const counted = sloUnit(slo);
  return slo.window.type === 'calendar'
    ? `${percent(
        ratio * elapsed,
      )} of the whole window's ${counted} were bad already, ${percent(
        errorBudget,
      )} may be`
    : `${percent(ratio)} of the ${counted} in the window were bad, ${percent(
        errorBudget,
      )} may be`;
}

function noData(evidence: SloEvidence): string {
  const { samples, errorBudget, elapsed } = evidence;
  const ratio = errorRatio(samples?.window ?? {});
  const left =
    ratio === undefined
      ? undefined
      : budgetRemaining(ratio, errorBudget, elapsed);
  if (left === undefined) {
    return 'No series matches this SLI. The service may not be scraped, or name its metrics otherwise';
  }
  return `The series have ended. The service may be down, or renamed its metrics. Before, ${percent(
    left,
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

function noTraffic({ slo, samples }: SloEvidence): string {
  const when =
    samples && samples.window.total !== 0
      ? `the last ${(quietWindow(samples) ?? 0) / 3_600} h`
      : 'the whole window';
  const counted = sloUnit(slo) === 'slices' ? 'slices with events' : 'events';
  return `No ${counted} in ${when}. Nothing can fail, so the budget rests`;
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
      return noTraffic(evidence);
    case 'young':
      return `${percent(
        evidence.samples?.coverage ?? 0,
      )} of the window is measured so far`;
    default:
      return undefined;
  }
}
