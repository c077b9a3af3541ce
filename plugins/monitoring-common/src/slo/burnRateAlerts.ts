import { identityRef } from '../annotations/identity';
import { objectKey } from '../provisioning/objectKey';
import { escapeTemplate } from '../rules/escapeTemplate';
import { AlertingRule } from '../rules/types';
import { burnRateAlertName } from './burnRateAlertName';
import { BurnRatePairDefinition, burnRatePairs } from './burnRatePairs';
import { errorBudgetRatio } from './errorBudgetRatio';
import { errorRatioLimit } from './errorRatioLimit';
import { percentText } from './percentText';
import { formatDuration } from '../durations/formatDuration';
import { recordedSelector } from './recordedSeries';
import { SloRuleOptions } from './SloRuleOptions';
import { sloWindowSeconds } from './sloWindowSeconds';
import { Slo } from './types';

const HOUR = 3_600;

/** Error ratio over one window, and nothing while there is no traffic: `0 / 0` never reaches the comparison. */
function overLimit(slo: Slo, window: number, limit: string): string {
  const bad = recordedSelector('bad', window, slo);
  const total = recordedSelector('total', window, slo);
  return `(${bad} / (${total} > 0) > ${limit})`;
}

function annotations(
  slo: Slo,
  pair: BurnRatePairDefinition,
  options: SloRuleOptions,
): Record<string, string> {
  const long = formatDuration(pair.longWindow);
  const name = slo.entityRef.split('/').pop();
  const hours = Math.round(
    sloWindowSeconds(slo.window) / Number(pair.limit) / HOUR,
  );
  const sentences = [
    `{{ $value | humanizePercentage }} of the events of the last ${long} were bad. The objective of ${percentText(
      slo.objective,
    )} % allows ${percentText(errorBudgetRatio(slo.objective))} %.`,
    `At ${pair.limit} times that a whole error budget is gone in ${hours} h.`,
    options.owner ? `Owner: ${escapeTemplate(options.owner)}.` : undefined,
  ];
  const entries = {
    summary: `${name}: ${escapeTemplate(
      slo.title,
    )} burns its error budget more than ${pair.limit} times too fast`,
    description: sentences.filter(Boolean).join(' '),
    runbook_url: options.runbookUrl,
    dashboard_url: options.dashboardUrl,
    entity_url: options.entityUrl,
    owner: options.owner && escapeTemplate(options.owner),
    sightline_unit: 'percent',
    sightline_limit: errorRatioLimit(pair, slo.objective),
    sightline_key:
      options.key ?? objectKey(identityRef(slo), 'slo-rule-group', slo.id),
  };
  return Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/**
 * One alert per burn-rate pair that can fire. Their value is the error ratio over the long window.
 */
export function burnRateAlerts(
  slo: Slo,
  options: SloRuleOptions,
): AlertingRule[] {
  return burnRatePairs(slo).flatMap(pair => {
    const limit = errorRatioLimit(pair, slo.objective);
    if (Number(limit) >= 1) {
      return [];
    }
    return [
      {
        alert: burnRateAlertName(pair.tier),
        expr: `${overLimit(slo, pair.longWindow, limit)} and ${overLimit(
          slo,
          pair.shortWindow,
          limit,
        )}`,
        labels: {
          entity: identityRef(slo),
          slo: slo.id,
          ...(slo.environment ? { environment: slo.environment } : {}),
          severity: pair.severity === 'page' ? 'critical' : 'warning',
          tier: pair.tier,
        },
        annotations: annotations(slo, pair, options),
      },
    ];
  });
}
