import { Slo } from './types';

/**
 * Whether an SLO is recorded together with those of other services by one set of rules.
 *
 * @public
 */
export function sharesRules(_slo: Slo): boolean {
  return false;
}
