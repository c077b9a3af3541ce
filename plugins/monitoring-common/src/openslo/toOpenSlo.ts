import { stringify } from 'yaml';
import { SloWindow } from '../annotations/types';
import { Sli, Slo } from '../slo/types';
import { sloWindowSeconds } from '../slo/windows/sloWindowSeconds';
import { burnRateOf } from './burnRateOf';
import { definitionName } from './definitionName';
import { OWN } from './ownAnnotations';
import { SloDefinition } from './SloDefinition';
import { SliMetric, sliMetric } from './sliMetric';
import { LONGEST_DESCRIPTION, LONGEST_TITLE } from './v1/longestTexts';
import { formatShorthand } from './yaml/readShorthand';

/**
 * Options of {@link toOpenSlo}.
 *
 * @public
 */
export interface ToOpenSloOptions {
  /** `spec.service`; default that of the definition, or the name of the SLO's entity. */
  service?: string;
  /**
   * Write the SLO's own label matchers instead of `$selector`, for other tools. Default: leave it,
   * so that the document comes to the same SLO again.
   */
  bindSelector?: boolean;
}

/** A beginning of a year, and a Monday: where windows of a calendar begin by default. */
const DEFAULT_START = '2024-01-01 00:00:00';
const OPERATORS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;
const UNITS = { day: 'd', week: 'w', month: 'M', quarter: 'Q', year: 'Y' };

/**
 * Writes an SLO as one OpenSLO v1 document with its indicator and its alert policies inside. What
 * OpenSLO has no field for is in annotations that begin with `sightline/`, from which
 * {@link parseOpenSlo} makes the same SLO again.
 *
 * @returns YAML
 * @public
 */
export function toOpenSlo(
  slo: Slo | SloDefinition,
  options: ToOpenSloOptions = {},
): string {
  const names = namesOf(slo);
  const selector =
    options.bindSelector && 'selector' in slo ? slo.selector : undefined;
  const metric = sliMetric(slo.sli);
  const annotations = {
    ...alertingAnnotations(slo.alerting),
    ...(slo.alerting?.catalogue
      ? { [OWN.catalogue]: slo.alerting.catalogue.name }
      : {}),
  };
  const document = {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: names.name,
      displayName: cut(names.title, LONGEST_TITLE),
      ...('labels' in slo && slo.labels ? { labels: slo.labels } : {}),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec: {
      ...(slo.description
        ? { description: cut(slo.description, LONGEST_DESCRIPTION) }
        : {}),
      service: options.service ?? names.service,
      indicator: indicatorOf(slo.sli, metric, names.sliName, selector),
      timeWindow: [timeWindowOf(slo.window)],
      budgetingMethod: slo.budgetingMethod ?? 'Occurrences',
      objectives: [
        {
          ...(metric.kind === 'threshold'
            ? { op: OPERATORS[metric.operator], value: metric.value }
            : {}),
          target: Number(slo.objective),
          ...(slo.timeSlice?.target === undefined
            ? {}
            : { timeSliceTarget: Number(slo.timeSlice.target) }),
          ...(slo.timeSlice
            ? { timeSliceWindow: formatShorthand(slo.timeSlice.seconds) }
            : {}),
        },
      ],
      ...policiesOf(slo, names.name),
    },
  };
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

function namesOf(slo: Slo | SloDefinition) {
  if (!('entityRef' in slo)) {
    const { name, title, sliName, service } = slo;
    return { name, title, sliName, service };
  }
  const { environment } = slo;
  return {
    name: withoutEnd(slo.id, environment && `--${environment}`),
    title: withoutEnd(slo.title, environment && ` · ${environment}`),
    sliName: definitionName(slo.sliId.replace(/^(?:openslo|sloth|pyrra):/, '')),
    service: slo.entityRef.replace(/^.*\//, ''),
  };
}

function withoutEnd(text: string, end: string | undefined): string {
  return end && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function alertingAnnotations(
  alerting: Slo['alerting'],
): Record<string, string> {
  const { enabled, minimumEvents } = alerting ?? {};
  return {
    ...(enabled === undefined
      ? {}
      : { [OWN.alerting]: enabled ? 'enabled' : 'disabled' }),
    ...(minimumEvents === undefined
      ? {}
      : { [OWN.minimumEvents]: String(minimumEvents) }),
  };
}

function indicatorOf(
  sli: Sli,
  metric: SliMetric,
  name: string,
  selector: string | undefined,
) {
  const source = (query: string) => ({
    metricSource: {
      type: 'Prometheus',
      spec: {
        query:
          selector === undefined
            ? query
            : query.replace(/\$selector\b/g, () => selector),
      },
    },
  });
  // Of a bound query nobody can tell any more which of its matchers are the service's.
  const isMade = sli.type === 'latency' || sli.type === 'uptime';
  return {
    metadata: {
      name,
      ...(isMade && selector === undefined
        ? { annotations: { [OWN.sli]: JSON.stringify(sli) } }
        : {}),
    },
    spec: (() => {
      switch (metric.kind) {
        case 'threshold':
          return { thresholdMetric: source(metric.query) };
        case 'raw':
          return {
            ratioMetric: { rawType: 'failure', raw: source(metric.failure) },
          };
        default:
          return {
            ratioMetric: {
              counter: true,
              [metric.side]: source(metric.events),
              total: source(metric.total),
            },
          };
      }
    })(),
  };
}

function timeWindowOf(window: SloWindow) {
  return window.type === 'rolling'
    ? { duration: formatShorthand(window.duration), isRolling: true }
    : {
        duration: `${window.count ?? 1}${UNITS[window.unit]}`,
        isRolling: false,
        calendar: {
          startTime: window.startTime ?? DEFAULT_START,
          timeZone: window.timeZone,
        },
      };
}

/** A policy for each pair, because a policy has one condition and a condition one window. */
function policiesOf(slo: Slo | SloDefinition, name: string) {
  const catalogue = slo.alerting?.catalogue;
  if (!catalogue) {
    return {};
  }
  const seconds = sloWindowSeconds(slo.window);
  return {
    alertPolicies: catalogue.pairs.map(pair => ({
      kind: 'AlertPolicy',
      metadata: {
        name: definitionName(name, `-${pair.tier}`),
        annotations: {
          [OWN.tier]: pair.tier,
          [OWN.shortWindow]: formatShorthand(pair.shortWindow),
          [OWN.budgetPercent]: pair.budgetPercent,
        },
      },
      spec: {
        alertWhenBreaching: true,
        alertWhenResolved: true,
        alertWhenNoData: true,
        conditions: [
          {
            kind: 'AlertCondition',
            metadata: { name: definitionName(name, `-${pair.tier}`) },
            spec: {
              severity: pair.severity,
              condition: {
                kind: 'burnrate',
                op: 'gt',
                threshold: Number(
                  burnRateOf(pair.budgetPercent, pair.longWindow, seconds),
                ),
                lookbackWindow: formatShorthand(pair.longWindow),
              },
            },
          },
        ],
        notificationTargets: [
          {
            kind: 'AlertNotificationTarget',
            metadata: { name: 'sightline' },
            spec: { target: 'sightline' },
          },
        ],
      },
    })),
  };
}
