import { formatLabelMatchers } from '../../promql/formatLabelMatchers';
import { entityMatcher } from './entityMatcher';
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
  const matchers = formatLabelMatchers([
    {
      label: '__name__',
      operator: '=~',
      value: 'sightline:sli_(bad|total):window',
    },
    entityMatcher(slos),
  ]);
  return `max by (__name__, entity, sli, window) ({${matchers}})`;
}
