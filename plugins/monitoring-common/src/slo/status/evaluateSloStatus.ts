import { allowedBadEvents } from '../arithmetic/allowedBadEvents';
import { budgetMinutes } from '../arithmetic/budgetMinutes';
import { budgetRemaining } from '../arithmetic/budgetRemaining';
import { decideSloState, SloEvidence } from './decideSloState';
import { elapsedShare } from '../windows/elapsedShare';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatio } from '../arithmetic/errorRatio';
import { explainSloState } from './explainSloState';
import { measureBurnRates } from './measureBurnRates';
import { plausibleSamples } from './plausibleSamples';
import { SloSamples } from './SloSamples';
import { sloUnit } from '../sli/sloUnit';
import { sloWindowBounds } from '../windows/sloWindowBounds';
import { timeToExhaustionSeconds } from '../arithmetic/timeToExhaustionSeconds';
import { BurnRatePair, Slo, SloState, SloStatus } from '../types';

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
  /** Canonical ref. */
  domain?: string;
  /** The latest measurement, however old; absent when there never was one. */
  samples?: SloSamples;
  /** Why the SLO cannot be measured, as a sentence. */
  invalid?: string;
  /** Why the figures are not of now, as a sentence. */
  stale?: string;
  /** The most urgent severity of the SLO's burn-rate alerts that fire at their source. */
  firingAlert?: BurnRatePair['severity'];
  /** Unix seconds. Figures that are ten minutes older are `stale`; absent means that `stale` says all. */
  now?: number;
}

/** States in which figures of the window would pretend to be of now. */
const WITHOUT_FIGURES: readonly SloState[] = ['no-data', 'invalid'];

/** Twice the lookback of Prometheus. In seconds. */
const STALE_AFTER = 600;

type Figures = Pick<
  SloStatus,
  | 'sli'
  | 'events'
  | 'budgetRemaining'
  | 'budgetRemainingMinutes'
  | 'timeToExhaustion'
  | 'exhaustionWindow'
  | 'windowEnd'
>;

/**
 * The pair that "gone in" goes by: the deciding one while it fires, else the one of the last hour,
 * or the fastest where there is none.
 */
function exhaustionPair(burnRates: BurnRatePair[]): BurnRatePair | undefined {
  if (burnRates[0]?.firing) {
    return burnRates[0];
  }
  return (
    burnRates.find(({ longWindow }) => longWindow === 3_600) ??
    [...burnRates].sort((a, b) => a.longWindow - b.longWindow)[0]
  );
}

function exhaustion(
  { slo, burnRates }: SloEvidence,
  remaining: number,
  time: number,
): Pick<Figures, 'timeToExhaustion' | 'exhaustionWindow'> {
  const pair = exhaustionPair(burnRates);
  if (remaining <= 0 || pair?.longBurnRate === undefined) {
    return {};
  }
  const { start, end } = sloWindowBounds(slo.window, time);
  const timeToExhaustion = timeToExhaustionSeconds(
    remaining,
    pair.longBurnRate,
    end - start,
    slo.window.type === 'calendar' ? end - time : undefined,
  );
  return timeToExhaustion === undefined
    ? {}
    : { timeToExhaustion, exhaustionWindow: pair.longWindow };
}

function figures(evidence: SloEvidence): Figures {
  const { slo, samples, errorBudget, elapsed } = evidence;
  const ratio = errorRatio(samples?.window ?? {});
  if (!samples || ratio === undefined) {
    return {};
  }
  const { bad = 0, total = 0 } = samples.window;
  const remaining = budgetRemaining(ratio, errorBudget, elapsed);
  if (remaining === undefined) {
    return {};
  }
  const projected = elapsed > 0 ? total / elapsed : total;
  const expected = Number.isFinite(projected) ? projected : total;
  const { start, end } = sloWindowBounds(slo.window, samples.time);
  return {
    sli: 1 - ratio,
    events: { bad, total, allowedBad: allowedBadEvents(expected, errorBudget) },
    budgetRemaining: remaining,
    budgetRemainingMinutes: remaining * budgetMinutes(end - start, errorBudget),
    ...(slo.window.type === 'calendar' ? { windowEnd: timeText(end) } : {}),
    ...exhaustion(evidence, remaining, samples.time),
  };
}

function staleReason({ stale, samples, now }: SloStatusInput) {
  if (stale !== undefined || !samples || now === undefined) {
    return stale;
  }
  return now - samples.time > STALE_AFTER
    ? `Last measured at ${timeText(samples.time)}`
    : undefined;
}

/** ISO 8601 of Unix seconds. */
function timeText(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}

/**
 * How an SLO stands: its state with the reason, and its figures. Never NaN; what cannot be known
 * is absent.
 *
 * @public
 */
export function evaluateSloStatus(input: SloStatusInput): SloStatus;
/**
 * The same of samples and SLO alone.
 *
 * @param samples - the latest measurement, however old; absent when there never was one
 * @param now - Unix seconds; figures that are ten minutes older are `stale`
 * @public
 */
export function evaluateSloStatus(
  samples: SloSamples | undefined,
  slo: Slo,
  now: number,
): SloStatus;
export function evaluateSloStatus(
  given: SloStatusInput | SloSamples | undefined,
  ofSlo?: Slo,
  now?: number,
): SloStatus {
  const input: SloStatusInput = ofSlo
    ? { slo: ofSlo, samples: given as SloSamples | undefined, now }
    : (given as SloStatusInput);
  const { slo } = input;
  const samples = plausibleSamples(input.samples);
  const evidence: SloEvidence = {
    slo,
    samples,
    burnRates: measureBurnRates(slo, samples),
    errorBudget: Number(errorBudgetRatio(slo.objective)),
    elapsed: samples ? elapsedShare(slo.window, samples.time) : 1,
    invalid: input.invalid,
    stale: staleReason({ ...input, samples }),
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
    ...(input.domain ? { domain: input.domain } : {}),
    sliId: slo.sliId,
    objective: Number(slo.objective),
    window: slo.window,
    state,
    reason: explainSloState(state, evidence),
    ...(WITHOUT_FIGURES.includes(state) ? {} : figures(evidence)),
    countedIn: sloUnit(slo),
    burnRates: evidence.burnRates,
    coverage: samples?.coverage ?? 0,
    measuredAt: samples && timeText(samples.time),
  };
}
