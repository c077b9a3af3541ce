import { Slo, SloUnit } from '../types';

/** Minutes are looked at whether or not anybody uses the service. */
const BY_MINUTES: readonly Slo['sli']['type'][] = [
  'uptime',
  'raw',
  'threshold',
];

/**
 * What the figures of an SLO count: events of its users, minutes that were looked at, or slices of
 * time.
 *
 * @public
 */
export function sloUnit({
  sli,
  budgetingMethod = 'Occurrences',
}: Pick<Slo, 'sli' | 'budgetingMethod'>): SloUnit {
  if (budgetingMethod !== 'Occurrences') {
    return 'slices';
  }
  return BY_MINUTES.includes(sli.type) ? 'minutes' : 'events';
}
