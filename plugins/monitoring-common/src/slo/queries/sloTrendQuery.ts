import { identityRef } from '../../annotations/identity';
import { formatLabelMatchers } from '../../promql/formatLabelMatchers';
import { quoteRegex } from '../sli/quoteRegex';
import { Slo } from '../types';

/**
 * One range query for how the budgets of some SLOs stood: bad and total events over the SLO
 * windows, as the rules recorded them, with the labels `__name__`, `entity`, `sli` and `window` (see
 * `sloWindowKey`).
 *
 * @param slos - at least one
 * @public
 */
export function sloTrendQuery(slos: Slo[]): string {
  const entities = [...new Set(slos.map(slo => quoteRegex(identityRef(slo))))];
  const matchers = formatLabelMatchers([
    {
      label: '__name__',
      operator: '=~',
      value: 'sightline:sli_(bad|total):window',
    },
    { label: 'entity', operator: '=~', value: entities.sort().join('|') },
  ]);
  return `max by (__name__, entity, sli, window) ({${matchers}})`;
}
