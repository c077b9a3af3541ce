import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDecision } from '../store/ProvisioningStore';
import { holds } from './decisions';
import { findDifferences } from './findDifferences';
import { PlanOptions, Step } from './types';

/** Whether what is ours is no longer what we wrote. A folder is only a place: people may rename it. */
export function isDrifted({ hash, kind, owner }: ActualObject): boolean {
  return kind !== 'folder' && hash !== owner?.hash;
}

function whyRevert(
  onDrift: PlanOptions['onDrift'],
  decided: StoredDecision | undefined,
): string | undefined {
  if (decided) {
    return decided.decision === 'take-ours'
      ? `A person changed it, and ${decided.by} decided to put ours back`
      : undefined;
  }
  return onDrift === 'revert'
    ? 'A person changed it, and onDrift is revert'
    : undefined;
}

function whyKeep(waits: boolean, decided: StoredDecision | undefined): string {
  const kept = decided
    ? `A person changed it, and ${decided.by} decided to keep the change`
    : 'A person changed it and the change is kept';
  return waits
    ? `${kept}; an update of the pack or the annotations waits for it`
    : kept;
}

/**
 * A person changed what is ours (design rule 3): it is kept, or ours is put back. What was decided
 * about exactly this change goes before what is configured.
 *
 * @returns `undefined` when nobody did
 */
export function planDrift(
  object: DesiredObject,
  actual: ActualObject,
  {
    onDrift,
    decision,
  }: { onDrift: PlanOptions['onDrift']; decision?: StoredDecision },
): Step | undefined {
  if (!isDrifted(actual) || actual.hash === object.hash) {
    return undefined;
  }
  const decided = holds(decision, object, actual) ? decision : undefined;
  const differences = findDifferences(actual.content, object.content);
  const revert = whyRevert(onDrift, decided);
  if (revert) {
    return { action: 'revert', object, actual, reason: revert, differences };
  }
  const keeps = decided?.decision === 'keep-theirs' ? decided : undefined;
  return {
    action: 'keep-drifted',
    object,
    actual,
    reason: whyKeep(actual.owner?.hash !== object.hash, keeps),
    differences,
    ...(keeps ? { decision: keeps } : {}),
  };
}
