import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  PanelFrame,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusInstance } from '../PrometheusInstance';
import { calculatePanel } from './calculatePanel';
import { PlannedPanel, PlannedTarget } from './PlannedPanel';
import { runTarget, TargetResult } from './runTarget';

/** Options of {@link runPanel}. */
export interface RunPanelOptions {
  signal?: AbortSignal;
  /** Milliseconds; only differences matter. */
  now: () => number;
  logger: LoggerService;
}

/** A query, and its answer unless it failed. */
interface Answered {
  target: PlannedTarget;
  result?: TargetResult;
}

/**
 * Runs the queries of one panel and calculates what it makes of them. A query that fails is told in
 * the result's `error`; the others still have their frames.
 *
 * @throws only the signal's reason
 */
export async function runPanel(
  plan: PlannedPanel,
  instance: PrometheusInstance,
  options: RunPanelOptions,
): Promise<PanelQueryResult> {
  const { signal, now } = options;
  const startedAt = now();
  const outcomes = await Promise.allSettled(
    plan.targets.map(target => runTarget(target, instance, { signal, now })),
  );
  signal?.throwIfAborted();
  const answered = outcomes.map((outcome, index): Answered => {
    const target = plan.targets[index];
    return outcome.status === 'fulfilled'
      ? { target, result: outcome.value }
      : { target };
  });
  const shown = showAnswers(plan, answered, instance.config.limits.maxSeries);
  const errors = [
    ...plan.errors,
    ...outcomes.flatMap((outcome, index) =>
      outcome.status === 'rejected'
        ? [failureText(plan.targets[index], outcome.reason, options.logger)]
        : [],
    ),
    ...shown.errors,
  ];
  const warnings = [...new Set(shown.warnings)];
  const { sourceTransformations } = plan;
  return {
    panelId: plan.panelId,
    ...(plan.key !== undefined && { key: plan.key }),
    frames: shown.frames,
    ...(errors.length > 0 && { error: [...new Set(errors)].join('\n') }),
    ...(warnings.length > 0 && { warnings }),
    ...(sourceTransformations.length > 0 && { sourceTransformations }),
    ...stepOf(plan),
    ...(plan.targets.length > 0 && { durationMs: now() - startedAt }),
    ...ageOf(answered),
  };
}

function showAnswers(
  plan: PlannedPanel,
  answered: Answered[],
  maxSeries: number,
): { frames: PanelFrame[]; errors: string[]; warnings: string[] } {
  const results = answered.flatMap(({ result }) => result ?? []);
  const warnings = results.flatMap(result => result.warnings);
  if (plan.expressions.length === 0) {
    return { frames: results.map(({ frame }) => frame), errors: [], warnings };
  }
  const { frames, errors, ...calculated } = calculatePanel(
    plan,
    answered.map(({ target, result }) => ({
      refId: target.refId,
      frame: result?.frame,
    })),
    maxSeries,
  );
  const visible = [...plan.targets, ...plan.expressions]
    .filter(({ isHidden }) => !isHidden)
    .sort((a, b) => a.place - b.place)
    .map(({ refId }) => refId);
  return {
    frames: [...new Set(visible)].flatMap(refId => frames.get(refId) ?? []),
    errors,
    warnings: [...warnings, ...calculated.warnings],
  };
}

function stepOf({ targets }: PlannedPanel): { step?: number } {
  const step = targets.find(({ instant }) => !instant)?.range.step;
  return step === undefined ? {} : { step };
}

/** That of the oldest answer. */
function ageOf(answered: Answered[]): { staleMs?: number } {
  const ages = answered.flatMap(({ result }) => result?.staleMs ?? []);
  return ages.length > 0 ? { staleMs: Math.max(...ages) } : {};
}

/** Only errors that were made for people are shown to them. */
function failureText(
  { refId }: PlannedTarget,
  error: unknown,
  logger: LoggerService,
): string {
  if (error instanceof InputError || error instanceof ServiceUnavailableError) {
    return error instanceof InputError
      ? `${refId}: ${error.message}`
      : error.message;
  }
  logger.error(`A panel's query failed: ${stringifyError(error)}`);
  return `${refId}: the query failed; the backend's log says why`;
}
