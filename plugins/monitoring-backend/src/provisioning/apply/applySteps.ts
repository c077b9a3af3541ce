import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { Step } from '../plan';

/** What came of a step. */
export interface Outcome {
  step: Step;
  /** Absent when it did what it says. */
  error?: string;
  url?: string;
  /** Whether something was written or deleted. */
  written: boolean;
}

type Writing = Extract<
  Step,
  { action: 'create' | 'update' | 'revert' | 'prune' }
>;

/** A folder before what lies in it, dashboards before the rules that link to them. */
const ORDER: ManagedObjectKind[] = [
  'folder',
  'dashboard',
  'alert-rule-group',
  'slo-rule-group',
];

export function isWriting(step: Step): step is Writing {
  return ['create', 'update', 'revert', 'prune'].includes(step.action);
}

function kindOf(step: Writing): ManagedObjectKind {
  return step.action === 'prune' ? step.actual.kind : step.object.kind;
}

function targetOf(step: Writing): string {
  return step.action === 'prune' ? step.target : step.object.target;
}

async function applyStep(
  step: Writing,
  target: ProvisioningTarget,
  options: ApplyOptions,
): Promise<Outcome> {
  const { signal, auditor } = options;
  const written = step.action === 'prune' ? step.actual : step.object;
  const event = await auditor?.createEvent({
    eventId: 'provisioning-write',
    severityLevel: 'medium',
    meta: {
      action: step.action,
      target: target.id,
      kind: written.kind,
      uid: written.uid,
      title: written.title,
    },
  });
  try {
    let url: string | undefined;
    if (step.action === 'prune') {
      await target.remove(step.actual, { signal });
    } else {
      const actual: ActualObject | undefined = step.actual;
      ({ url } = await target.write(step.object, actual, { signal }));
    }
    await event?.success();
    return { step, url, written: true };
  } catch (error) {
    await event?.fail({ error: error as Error });
    signal?.throwIfAborted();
    return { step, error: stringifyError(error), written: false };
  }
}

async function applyToTarget(
  target: ProvisioningTarget,
  steps: Writing[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    options.signal?.throwIfAborted();
    outcomes.push(await applyStep(step, target, options));
    options.onProgress?.();
  }
  if (!target.commit || !outcomes.some(({ written }) => written)) {
    return outcomes;
  }
  try {
    await target.commit({ signal: options.signal });
    return outcomes;
  } catch (error) {
    return outcomes.map(outcome =>
      outcome.written
        ? { ...outcome, written: false, error: stringifyError(error) }
        : outcome,
    );
  }
}

export interface ApplyOptions {
  signal?: AbortSignal;
  auditor?: AuditorService;
  /** Called after each write. */
  onProgress?: () => void;
}

/**
 * Does exactly what the steps say, in the order of their dependencies. One failing object stops
 * no other, one failing target no other target.
 *
 * @throws the signal's reason when the run is stopped; the next run goes on where it ended
 */
export async function applySteps(
  steps: Step[],
  targets: ProvisioningTarget[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const writing = steps
    .filter(isWriting)
    .sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)));
  const written = await Promise.all(
    targets.map(target =>
      applyToTarget(
        target,
        writing.filter(step => targetOf(step) === target.id),
        options,
      ),
    ),
  );
  const decided = steps
    .filter(step => !isWriting(step))
    .map((step): Outcome => ({ step, written: false }));
  return [...written.flat(), ...decided];
}
