import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ManagedObjectKind,
  ProvisioningAction,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatElapsed, formatNumber } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  monitoringProvisioningTranslationRef,
  monitoringRunsTranslationRef,
} from '../../translation';
import { refName } from '../ServiceLink';
import { currentPhase, runDuration } from './runState';

/** In the order in which a person wants to read them. */
const COUNTS = [
  'failed',
  'created',
  'updated',
  'pruned',
  'conflict',
  'drifted',
  'waiting',
  'unchanged',
] as const;

/** Runs and their steps in words. */
export function useRunWords() {
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tRuns } = useTranslationRef(monitoringRunsTranslationRef);
  const { now } = useTimeFormat();

  const counts = (run: ProvisioningRun) =>
    COUNTS.filter(name => run.counts[name] > 0)
      .map(name =>
        tRuns(`runs.count.${name}`, { number: formatNumber(run.counts[name]) }),
      )
      .join(', ') || tRuns('runs.count.nothing');

  return {
    counts,
    /** Why it began, and who started it. */
    trigger: (run: ProvisioningRun) =>
      run.by
        ? tRuns('runs.triggerBy', { by: refName(run.by) })
        : tRuns(`runs.trigger.${run.trigger}`),
    /** How far it is, or how it ended, in one sentence. */
    progress: (run: ProvisioningRun) => {
      if (run.status !== 'running') {
        return tRuns(`runs.ended.${run.status}`, {
          duration: formatElapsed(runDuration(run, now)),
          counts: counts(run),
        });
      }
      const phase = currentPhase(run);
      return !phase || phase.name === 'plan'
        ? tRuns('runs.progressPlan')
        : tRuns('runs.progress', {
            phase: tRuns(`runs.phase.${phase.name}`),
            done: formatNumber(phase.done),
            total: formatNumber(phase.total),
          });
    },
    /** What a step does, with the kind of what it does it to. */
    step: (step: { action: ProvisioningAction; kind: ManagedObjectKind }) =>
      t(`provisioning.action.${step.action}`, {
        kind: t(`provisioning.noun.${step.kind}`),
      }),
  };
}
