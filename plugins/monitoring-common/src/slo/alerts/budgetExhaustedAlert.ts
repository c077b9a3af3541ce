import { AlertingRule } from '../../rules/types';
import { alertLabels } from './alertLabels';
import {
  alertingObjectives,
  SAME_SERIES,
  subjectOf,
  windowRatio,
} from './alertSelectors';
import { budgetExhaustedTexts } from './budgetExhaustedTexts';
import { sloAlertName } from './burnRateAlertName';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { LIMIT_GUARD } from './overLimit';
import { SloAlertGroup } from './SloAlertGroup';
import { sloWindowKey } from '../windows/sloWindowKey';
import { Slo } from '../types';

/** A whole window's ratio, over the budget: a budget that may still recover is not spent. */
function branchExpression(
  group: SloAlertGroup,
  { objective, window }: Slo,
): string {
  const key = sloWindowKey(window);
  const spent = `${windowRatio(subjectOf(group), key)} > ${errorBudgetRatio(
    objective,
  )} * ${LIMIT_GUARD}`;
  return group.shared
    ? `(${spent}) and ${SAME_SERIES} ${alertingObjectives(group, {
        objective,
        window: key,
      })}`
    : `(${spent})`;
}

/** A ticket while more than the whole error budget is spent. */
export function budgetExhaustedAlert(group: SloAlertGroup): AlertingRule {
  const alerting = group.slos.filter(slo => slo.alerting?.enabled !== false);
  const branches = new Set(
    alerting.map(slo => branchExpression(group, slo)).sort(),
  );
  return {
    alert: sloAlertName('exhausted'),
    expr: `max without (sli, window) (${[...branches].join(' or ')})`,
    labels: alertLabels(group, 'ticket', 'exhausted'),
    annotations: budgetExhaustedTexts({ ...group, slos: alerting }),
  };
}
