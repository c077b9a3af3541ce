import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusInstance } from '../PrometheusInstance';
import { PlannedPanel, PlannedTarget } from './PlannedPanel';
import { runTarget, TargetResult } from './runTarget';

/** Options of {@link runPanel}. */
export interface RunPanelOptions {
  signal?: AbortSignal;
  /** Milliseconds; only differences matter. */
  now: () => number;
  logger: LoggerService;
}

/**
 * Runs the queries of one panel. A query that fails is told in the result's `error`; the others
 * still have their frames.
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
    plan.targets.map(target => runTarget(target, instance, { signal })),
  );
  signal?.throwIfAborted();
  const results = outcomes.flatMap(outcome =>
    outcome.status === 'fulfilled' ? [outcome.value] : [],
  );
  const errors = [
    ...plan.errors,
    ...outcomes.flatMap((outcome, index) =>
      outcome.status === 'rejected'
        ? [failureText(plan.targets[index], outcome.reason, options.logger)]
        : [],
    ),
  ];
  const warnings = warningsOf(results);
  return {
    panelId: plan.panelId,
    ...(plan.key !== undefined && { key: plan.key }),
    frames: results.map(({ frame }) => frame),
    ...(errors.length > 0 && { error: [...new Set(errors)].join('\n') }),
    ...(warnings.length > 0 && { warnings }),
    ...stepOf(plan),
    ...(plan.targets.length > 0 && { durationMs: now() - startedAt }),
  };
}

function stepOf({ targets }: PlannedPanel): { step?: number } {
  const step = targets.find(({ instant }) => !instant)?.range.step;
  return step === undefined ? {} : { step };
}

function warningsOf(results: TargetResult[]): string[] {
  return [...new Set(results.flatMap(({ warnings }) => warnings))];
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
