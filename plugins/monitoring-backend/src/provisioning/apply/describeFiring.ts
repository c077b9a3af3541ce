import { FiringAlerts } from '../FiringAlerts';
import { WritingStep } from './types';

const MOST = 5;

/**
 * Says which alerts fire whose rules are deleted (design rule 13): they seem to be resolved then.
 *
 * @returns `undefined` when the step deletes no rules, or none fires
 */
export function describeFiring(
  step: WritingStep,
  firing: FiringAlerts | undefined,
): string | undefined {
  if (step.action !== 'prune' || !step.actual.owner) {
    return undefined;
  }
  const { kind, owner } = step.actual;
  if (kind !== 'alert-rule-group' && kind !== 'slo-rule-group') {
    return undefined;
  }
  const names = firing?.(owner.entityRef, kind) ?? [];
  if (names.length === 0) {
    return undefined;
  }
  const listed = names.slice(0, MOST).join(', ');
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : '';
  return `${step.reason}. ${listed}${more} fired when the rules were deleted: whoever was told may hear within minutes that it is resolved, although nothing was mended`;
}
