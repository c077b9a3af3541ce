import { sloSharing } from './sloSharing';
import { Slo } from '../types';

/**
 * Whether an SLO is recorded together with those of other services by one set of rules: its
 * selector names its entity (`service="<name of the entity>"`), and its queries can be asked for
 * many services at once. Shared or not, the recorded series are the same.
 *
 * @public
 */
export function sharesRules(slo: Slo): boolean {
  return sloSharing(slo) !== undefined;
}
