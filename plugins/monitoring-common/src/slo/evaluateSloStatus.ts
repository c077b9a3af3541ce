import { allowedBadEvents } from './allowedBadEvents';
import { budgetMinutes } from './budgetMinutes';
import { budgetRemaining } from './budgetRemaining';
import { decideSloState, SloEvidence } from './decideSloState';
import { errorBudgetRatio } from './errorBudgetRatio';
import { errorRatio } from './errorRatio';
import { explainSloState } from './explainSloState';
import { measureBurnRates } from './measureBurnRates';
import { SloSamples } from './SloSamples';
import { sloWindowSeconds } from './sloWindowSeconds';
import { timeToExhaustionSeconds } from './timeToExhaustionSeconds';
import { BurnRatePair, Slo, SloState, SloStatus } from './types';

/**
 * What an SLO's status is made from.
 *
 * @public
 */
export interface SloStatusInput {
  slo: Slo;
  /** Canonical ref. */
  owner?: string;
  /** Canonical ref. */
  system?: string;
  /** The latest measurement, however old; absent when there never was one. */
  samples?: SloSamples;
  /** Why the SLO cannot be measured, as a sentence. */
  invalid?: string;
  /** Why the figures are not of now, as a sentence. */
  stale?: string;
  /** The most urgent severity of the SLO's alerts that fire at their source. */
  firingAlert?: BurnRatePair['severity'];
}

/** States in which figures of the window would pretend to be of now. */
const WITHOUT_FIGURES: readonly SloState[] = ['no-data', 'invalid'];

type Figures = Pick<
  SloStatus,
  | 'sli'
  | 'events'
  | 'budgetRemaining'
  | 'budgetRemainingMinutes'
  | 'timeToExhaustion'
>;

/**
 * The burn rate that "gone in" goes by: the long window of the deciding pair, or the last hour
 * while no pair is over its limit.
 */
function currentBurnRate(burnRates: BurnRatePair[]): number {
  const pair = burnRates[0].firing
    ? burnRates[0]
    : burnRates.find(({ longWindow }) => longWindow === 3_600);
  return pair?.longBurnRate ?? 0;
}

function figures(evidence: SloEvidence): Figures {
  const { slo, samples, burnRates, errorBudget } = evidence;
  const ratio = errorRatio(samples?.window ?? {});
  const { bad, total } = samples?.window ?? {};
  if (ratio === undefined || bad === undefined || total === undefined) {
    return {};
  }
  const seconds = sloWindowSeconds(slo.window);
  const remaining = budgetRemaining(ratio, errorBudget);
  return {
    sli: 1 - ratio,
    events: { bad, total, allowedBad: allowedBadEvents(total, errorBudget) },
    budgetRemaining: remaining,
    budgetRemainingMinutes: remaining * budgetMinutes(seconds, errorBudget),
    timeToExhaustion:
      remaining > 0
        ? timeToExhaustionSeconds(
            remaining,
            currentBurnRate(burnRates),
            seconds,
          )
        : undefined,
  };
}

/**
 * How an SLO stands: its state with the reason, and its figures. Never NaN; what cannot be known
 * is absent.
 *
 * @public
 */
export function evaluateSloStatus(input: SloStatusInput): SloStatus {
  const { slo, samples } = input;
  const evidence: SloEvidence = {
    slo,
    samples,
    burnRates: measureBurnRates(slo, samples),
    errorBudget: Number(errorBudgetRatio(slo.objective)),
    invalid: input.invalid,
    stale: input.stale,
    firingAlert: input.firingAlert,
  };
  const state = decideSloState(evidence);
  return {
    id: slo.id,
    entityRef: slo.entityRef,
    ...(slo.environment ? { environment: slo.environment } : {}),
    title: slo.title,
    description: slo.description,
    owner: input.owner,
    system: input.system,
    sliId: slo.sliId,
    objective: Number(slo.objective),
    window: slo.window,
    state,
    reason: explainSloState(state, evidence),
    ...(WITHOUT_FIGURES.includes(state) ? {} : figures(evidence)),
    burnRates: evidence.burnRates,
    coverage: samples?.coverage ?? 0,
    measuredAt: samples
      ? new Date(samples.time * 1_000).toISOString()
      : undefined,
  };
}
