import {
  ProvisioningAction,
  ProvisioningStep,
} from '@sightline/backstage-plugin-monitoring-common';

const WRITING: ProvisioningAction[] = [
  'create',
  'update',
  'move',
  'revert',
  'adopt',
  'prune',
];

/** Whether a step changes something in its target. */
export function writes(step: Pick<ProvisioningStep, 'action'>): boolean {
  return WRITING.includes(step.action);
}
