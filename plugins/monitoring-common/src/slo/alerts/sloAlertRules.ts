import { AlertingRule } from '../../rules/types';
import { budgetExhaustedAlert } from './budgetExhaustedAlert';
import { burnRateAlerts } from './burnRateAlerts';
import { metricsAbsentAlert } from './metricsAbsentAlert';
import { SloAlertGroup } from './SloAlertGroup';

/**
 * The alerts of a group of SLOs: burn-rate pairs, a budget that is spent, metrics that are not there.
 * A shared group's know their members, objectives and texts from `sightline:slo_objective:ratio`,
 * which stands before them in the same rule group: so an edited objective is never without the
 * branch that it belongs to, and an entity that joins changes none of them.
 *
 * @returns none when no SLO of the group alerts
 */
export function sloAlertRules(group: SloAlertGroup): AlertingRule[] {
  const { slos } = group;
  if (slos.every(({ alerting }) => alerting?.enabled === false)) {
    return [];
  }
  return [
    ...burnRateAlerts(group),
    budgetExhaustedAlert(group),
    metricsAbsentAlert(group),
  ];
}
