import { SloRuleOptions } from '../SloRuleOptions';
import { Slo } from '../types';

/**
 * SLOs of the same id and the same SLI series, whose alerts are the same rules. Own rules are a
 * group of one.
 */
export interface SloAlertGroup {
  /** At least one; all with the same `id` and the same series. */
  slos: Slo[];
  /** Whether entities may join: then nothing of a single one is in the alerts. */
  shared: boolean;
  optionsOf(slo: Slo): SloRuleOptions;
}
