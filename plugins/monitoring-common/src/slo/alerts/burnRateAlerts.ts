import { AlertingRule } from '../../rules/types';
import { alertPolicy } from './alertPolicy';
import {
  eventsSelector,
  objectiveSelector,
  SAME_SERIES,
  shareSelector,
} from './alertSelectors';
import { BurnRateBranch } from './BurnRateBranch';
import { burnRateAlertName } from './burnRateAlertName';
import { burnRatePairs } from './burnRatePairs';
import { BURN_RATE_TIERS } from './BurnRateTier';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';
import { alertLabels } from './alertLabels';
import { burnRateTexts } from './burnRateTexts';
import { canFire } from './canFire';
import { LIMIT_GUARD } from './overLimit';
import { LONGEST_RAW_WINDOW } from '../recording/recordedSeries';
import { SloAlertGroup } from './SloAlertGroup';

/**
 * Error ratio over one window, and nothing while there is no traffic: `0 / 0` never reaches the
 * comparison.
 */
function overLimit(
  group: SloAlertGroup,
  window: number,
  options: { limit: string; moreThan: number; weighed: boolean },
): string {
  const bad = eventsSelector(group, 'bad', window);
  const total = eventsSelector(group, 'total', window);
  const ratio = `${bad} / (${total} > ${options.moreThan})`;
  // A window that was not recorded from its beginning counts as good until then.
  const weighed = options.weighed
    ? `${ratio} * ${shareSelector(group, window)}`
    : ratio;
  return `(${weighed} > ${options.limit} * ${LIMIT_GUARD})`;
}

function branchExpression(
  group: SloAlertGroup,
  { policy, slo, pair }: BurnRateBranch,
): string {
  const limit = errorRatioLimit(pair, slo.objective);
  const long = overLimit(group, pair.longWindow, {
    limit,
    moreThan: slo.alerting?.minimumEvents ?? 0,
    weighed: pair.longWindow > LONGEST_RAW_WINDOW,
  });
  const short = overLimit(group, pair.shortWindow, {
    limit,
    moreThan: 0,
    weighed: false,
  });
  const both = `${long} and ${short}`;
  return group.shared
    ? `${both} and ${SAME_SERIES} ${objectiveSelector(group, { policy })}`
    : both;
}

/** The pairs that can fire, by alert: pairs of one tier page for one policy and not for another. */
function branchesByAlert(group: SloAlertGroup): BurnRateBranch[][] {
  const byPolicy = new Map(group.slos.map(slo => [alertPolicy(slo), slo]));
  const alerts = new Map<string, BurnRateBranch[]>();
  const policies = [...byPolicy].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [policy, slo] of policies) {
    for (const pair of burnRatePairs(slo)) {
      if (slo.alerting?.enabled !== false && canFire(pair, slo.objective)) {
        const key = `${pair.tier} ${pair.severity}`;
        alerts.set(key, [...(alerts.get(key) ?? []), { policy, slo, pair }]);
      }
    }
  }
  return [...alerts.values()];
}

/**
 * One alert per burn-rate pair that can fire. Their value is the error ratio over the long window.
 * Limits are decimal texts, one branch for all SLOs of the same policy.
 */
export function burnRateAlerts(group: SloAlertGroup): AlertingRule[] {
  return branchesByAlert(group)
    .sort(
      ([a], [b]) =>
        BURN_RATE_TIERS.indexOf(a.pair.tier) -
        BURN_RATE_TIERS.indexOf(b.pair.tier),
    )
    .map(branches => {
      const { tier, severity } = branches[0].pair;
      return {
        alert: burnRateAlertName(tier),
        expr: `max without (sli) (${branches
          .map(branch => branchExpression(group, branch))
          .join(' or ')})`,
        labels: alertLabels(group, severity, tier),
        annotations: burnRateTexts(group, branches),
      };
    });
}
