import {
  AlertingRule,
  identityRef,
  objectKey,
  objectUid,
  rawSloAlerts,
  Slo,
  SloRuleOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { OutputPart } from './OutputPart';
import { yamlText } from './yamlText';

/** How far back an instant query may look for its sample. In seconds. */
const LOOKBACK = 600;

/**
 * Grafana fills in environment variables where a `$` stands: in the texts of rules from some
 * version on, in titles and labels in all. The dot names the same things without one.
 */
function withoutDollars(text: string): string {
  return text
    .replace(/\$labels\b/g, '.Labels')
    .replace(/\$values\b/g, '.Values')
    .replace(/\$value\b/g, '.Values.A.Value');
}

function escapeDollars(text: string): string {
  return text.replace(/\$/g, '$$$$');
}

function mapValues(
  values: Record<string, string> = {},
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, change(value)]),
  );
}

/** The expression's own comparison leaves only what fires: then there is a number, of any size. */
function fileRule(alert: AlertingRule, key: string, datasource: string) {
  return {
    uid: objectUid(`${key}/${alert.alert}`),
    title: escapeDollars(alert.alert),
    condition: 'B',
    data: [
      {
        refId: 'A',
        relativeTimeRange: { from: LOOKBACK, to: 0 },
        datasourceUid: datasource,
        model: {
          refId: 'A',
          expr: alert.expr,
          instant: true,
          range: false,
        },
      },
      {
        refId: 'B',
        relativeTimeRange: { from: LOOKBACK, to: 0 },
        datasourceUid: '__expr__',
        model: {
          refId: 'B',
          type: 'math',
          expression: 'is_number($A) || is_inf($A)',
        },
      },
    ],
    noDataState: 'OK',
    execErrState: 'KeepLast',
    for: alert.for ?? '0s',
    annotations: mapValues(alert.annotations, withoutDollars),
    labels: mapValues(alert.labels, escapeDollars),
    isPaused: false,
  };
}

/**
 * Alert rules as Grafana's file provisioning reads them. They count the raw series, so that no
 * recording rules are needed.
 */
export function grafanaRules(
  slos: Slo[],
  options: {
    datasource: string;
    folder: string;
    texts: (slo: Slo) => SloRuleOptions;
  },
): OutputPart[] {
  const groups = slos.flatMap(slo => {
    const identity = identityRef(slo);
    const key = objectKey(identity, 'slo-rule-group', slo.id, slo.environment);
    const alerts = rawSloAlerts(slo, options.texts(slo));
    return alerts.length === 0
      ? []
      : [
          {
            orgId: 1,
            name: escapeDollars(`sightline:slo:${identity}:${slo.id}`),
            folder: escapeDollars(options.folder),
            interval: '1m',
            rules: alerts.map(alert =>
              fileRule(alert, key, options.datasource),
            ),
          },
        ];
  });
  return [
    { file: 'sightline-slos.yaml', text: yamlText({ apiVersion: 1, groups }) },
  ];
}
