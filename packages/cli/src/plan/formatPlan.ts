import {
  ProvisioningAction,
  ProvisioningStep,
} from '@sightline/backstage-plugin-monitoring-common';
import { count } from '../problems/countProblems';

/** Sign and word of each step. */
const ACTIONS: Partial<Record<ProvisioningAction, [string, string]>> = {
  create: ['+', 'create'],
  update: ['~', 'update'],
  move: ['~', 'move'],
  adopt: ['~', 'adopt'],
  revert: ['~', 'revert'],
  prune: ['-', 'delete'],
  'wait-to-prune': ['-', 'delete later'],
  conflict: ['!', 'conflict'],
  'keep-drifted': ['!', 'keep the edit'],
  'keep-incomplete': ['!', 'keep'],
  disabled: ['.', 'switched off'],
};

/** Actions by which something would be written. */
const CHANGES: ProvisioningAction[] = [
  'create',
  'update',
  'move',
  'adopt',
  'revert',
  'prune',
  'wait-to-prune',
];

/** Whether provisioning would change something for this step. */
export function isChange({ action }: ProvisioningStep): boolean {
  return CHANGES.includes(action);
}

function kindText({ kind }: ProvisioningStep): string {
  return kind.replace(/-/g, ' ');
}

function formatStep(step: ProvisioningStep): string {
  const [sign, word] = ACTIONS[step.action] ?? ['?', step.action];
  const environment = step.environment ? ` (${step.environment})` : '';
  const reason =
    step.reason && step.action !== 'create' ? `\n      ${step.reason}` : '';
  const differences = (step.differences ?? [])
    .map(
      ({ path, theirs = '(nothing)', ours = '(nothing)' }) =>
        `\n      ${path}: ${theirs} -> ${ours}`,
    )
    .join('');
  return `  ${sign} ${word} ${kindText(step)} '${
    step.title
  }'${environment} of ${step.entityRef}${reason}${differences}\n`;
}

function summary(steps: ProvisioningStep[]): string {
  const parts = Object.entries(ACTIONS).flatMap(([action, [, word]]) => {
    const found = steps.filter(step => step.action === action).length;
    return found > 0 ? [`${found} to ${word}`] : [];
  });
  const same = steps.filter(({ action }) => action === 'nothing').length;
  return [
    ...(parts.length > 0 ? parts : ['Nothing to do']),
    ...(same > 0 ? [`${count(same, 'object')} as it should be`] : []),
  ]
    .join(', ')
    .replace(/to conflict/, 'in conflict')
    .replace(/to switched off/, 'switched off')
    .replace(/objects as it should be/, 'objects as they should be');
}

/**
 * A plan for people: the steps of each target, and how many there are.
 *
 * @param compared - ids of the targets that were looked at
 */
export function formatPlan(
  steps: ProvisioningStep[],
  compared: ReadonlySet<string>,
): string {
  const targets = [...new Set(steps.map(({ target }) => target))];
  const sections = targets.flatMap(target => {
    const shown = steps.filter(
      step => step.target === target && step.action !== 'nothing',
    );
    return shown.length === 0
      ? []
      : [
          `${target}${compared.has(target) ? '' : ' (not compared)'}\n${shown
            .map(formatStep)
            .join('')}\n`,
        ];
  });
  return `${sections.join('')}${summary(steps)}\n`;
}
