import { AlertingRule } from '../../rules/types';
import { alertLabels } from './alertLabels';
import { countedThings, subjectTexts } from './alertTexts';
import { burnRateAlertName } from './burnRateAlertName';
import { BurnRatePairDefinition, burnRatePairs } from './burnRatePairs';
import { BurnRateTier } from './BurnRateTier';
import { canFire } from './canFire';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';
import { LIMIT_GUARD } from './overLimit';
import { percentText } from '../arithmetic/percentText';
import { sliExpressions } from '../sli/sliExpressions';
import { SloAlertGroup } from './SloAlertGroup';
import { SloRuleOptions } from '../SloRuleOptions';
import { Slo } from '../types';

/** The tier that a rule of several pairs is named and inhibited by: its fastest. */
const TIERS: Record<'page' | 'ticket', BurnRateTier> = {
  page: 'fast',
  ticket: 'slow',
};

function overLimit(
  slo: Slo,
  window: number,
  limit: string,
  moreThan: number,
): string {
  const { bad, total } = sliExpressions(slo, window);
  return `((${bad}) / ((${total}) > ${moreThan}) > ${limit} * ${LIMIT_GUARD})`;
}

function anyOf(slo: Slo, pairs: BurnRatePairDefinition[]): string {
  return pairs
    .map(pair => {
      const limit = errorRatioLimit(pair, slo.objective);
      const minimum = slo.alerting?.minimumEvents ?? 0;
      return `(${overLimit(
        slo,
        pair.longWindow,
        limit,
        minimum,
      )} and ${overLimit(slo, pair.shortWindow, limit, 0)})`;
    })
    .join(' or ');
}

function annotations(
  group: SloAlertGroup,
  pairs: BurnRatePairDefinition[],
): Record<string, string> {
  const [slo] = group.slos;
  const {
    name,
    title,
    ownerSentence,
    annotations: links,
  } = subjectTexts(group);
  const slowest = pairs[pairs.length - 1];
  return {
    summary: `${name}: ${title} burns its error budget more than ${slowest.limit} times too fast`,
    description: `{{ $value | humanizePercentage }} of the ${countedThings(
      slo,
    )} were bad. The objective of ${percentText(
      slo.objective,
    )} % allows ${percentText(
      errorBudgetRatio(slo.objective),
    )} %.${ownerSentence}`,
    ...links,
    sightline_unit: 'percent',
    sightline_limit: errorRatioLimit(slowest, slo.objective),
  };
}

/**
 * The burn-rate alerts of an SLO on its raw series, for a server that records nothing and cannot
 * inhibit: one rule for all pairs that page and one for all that open tickets, which leaves out
 * what the first one says. Same pairs, limits and counts as the alerts of {@link generateSloRules}; only
 * a window that began before there were any metrics is not weighed.
 *
 * Their value is the error ratio over the long window of the fastest pair that fires. They are named like the alerts
 * of their fastest tier.
 *
 * @returns at most two; none when the SLO alerts nobody or no pair can fire
 * @public
 */
export function rawSloAlerts(
  slo: Slo,
  options: SloRuleOptions = {},
): AlertingRule[] {
  if (slo.alerting?.enabled === false) {
    return [];
  }
  const group = { slos: [slo], shared: false, optionsOf: () => options };
  const pairs = burnRatePairs(slo).filter(pair => canFire(pair, slo.objective));
  const ofSeverity = (severity: 'page' | 'ticket') =>
    pairs.filter(pair => pair.severity === severity);
  const pages = ofSeverity('page');
  return (['page', 'ticket'] as const).flatMap(severity => {
    const own = ofSeverity(severity);
    if (own.length === 0) {
      return [];
    }
    const burns = anyOf(slo, own);
    const tier = TIERS[severity];
    return [
      {
        alert: burnRateAlertName(tier),
        expr:
          severity === 'ticket' && pages.length > 0
            ? `(${burns}) unless (${anyOf(slo, pages)})`
            : burns,
        labels: alertLabels(group, severity, tier),
        annotations: annotations(group, own),
      },
    ];
  });
}
