import { isError } from '@backstage/errors';
import {
  ProvisioningTarget,
  RetryLaterError,
} from '@sightline/backstage-plugin-monitoring-node';
import { describeError } from '../../describeError';
import { describeFiring } from './describeFiring';
import { ApplyOptions, isWriting, Outcome, WritingStep } from './types';

/** After these nobody knows what stands there now: 409, 412, and a 500 that may mean done. */
const LOOK_AGAIN = ['ConflictError', 'ServiceUnavailableError'];

async function write(
  step: WritingStep,
  target: ProvisioningTarget,
  { auditor, firing, runId, signal }: ApplyOptions,
): Promise<{ url?: string; note?: string }> {
  const { kind, uid, title } =
    step.action === 'prune' ? step.actual : step.object;
  const entityRef =
    step.action === 'prune'
      ? step.actual.owner?.entityRef
      : step.object.entityRef;
  const event = await auditor?.createEvent({
    eventId: 'provisioning-write',
    severityLevel: 'medium',
    meta: {
      action: step.action,
      target: target.id,
      kind,
      uid,
      title,
      entityRef,
      runId,
    },
  });
  const note = describeFiring(step, firing);
  try {
    const written =
      step.action === 'prune'
        ? await target.remove(step.actual, { signal })
        : await target.write(step.object, step.actual, { signal });
    await event?.success();
    return { ...(note ? { note } : {}), ...written };
  } catch (error) {
    await event?.fail({ error: error as Error });
    throw error;
  }
}

function isUncertain(error: unknown): boolean {
  return (
    isError(error) &&
    LOOK_AGAIN.includes(error.name) &&
    !(error instanceof RetryLaterError)
  );
}

/**
 * Does one step. When the object changed while the run was under way, it looks again and plans
 * anew, once.
 *
 * @throws the signal's reason when the run is stopped
 */
export async function applyStep(
  step: WritingStep,
  target: ProvisioningTarget,
  options: ApplyOptions,
): Promise<Outcome & { cause?: unknown }> {
  const { replan, signal } = options;
  try {
    return { step, ...(await write(step, target, options)), written: true };
  } catch (error) {
    signal?.throwIfAborted();
    const failed = {
      step,
      error: describeError(error),
      written: false,
      cause: error,
    };
    if (!replan || step.action === 'prune' || !isUncertain(error)) {
      return failed;
    }
    try {
      const next = await replan(step.object, target);
      return isWriting(next)
        ? await applyStep(next, target, { ...options, replan: undefined })
        : { step: next, written: false };
    } catch {
      signal?.throwIfAborted();
      return failed;
    }
  }
}
