import { buildPackDashboard, statPanel } from '../dashboards';
import { checkPack } from './checkPack';
import { metricsMissingAlert } from './metricsMissingAlert';
import { MonitoringPack, PackAlert, PackContext } from './MonitoringPack';

const context: PackContext = {
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
};

function aPanel(expression: string, description = 'Requests per second') {
  return statPanel({
    id: 1,
    title: 'Requests',
    description,
    unit: 'reqps',
    queries: [{ expression, legend: 'Requests' }],
  });
}

const anAlert: PackAlert = {
  name: 'TooSlow',
  expression: 'sum(rate(a{service="ingestor"}[5m]))',
  operator: '>',
  threshold: 1,
  unit: 'number',
  for: 60,
  severity: 'warning',
  summary: 'Too slow',
  description: 'It is {{ $value }}',
};

const anAlertOnGaps = metricsMissingAlert(context, {
  name: 'SampleMetricsMissing',
  series: ['a{service="ingestor"}'],
  blindTo: 'of its requests',
});

function aPack(more: Partial<MonitoringPack> = {}): MonitoringPack {
  return {
    id: 'sample',
    title: 'Sample',
    description: 'A sample',
    metricsFrom: 'nowhere',
    dashboards: () => [
      {
        id: 'overview',
        title: 'Overview',
        model: buildPackDashboard({
          title: 'Overview',
          description: '',
          stats: [aPanel('sum(rate(a{service="ingestor"}[$__rate_interval]))')],
          rows: [],
        }),
      },
    ],
    alerts: () => [anAlert, anAlertOnGaps],
    slis: () => [],
    ...more,
  };
}

describe('checkPack', () => {
  it('has nothing to say of a sound pack', () => {
    expect(checkPack(aPack(), context)).toEqual([]);
  });

  it.each<[string, Partial<MonitoringPack>, RegExp]>([
    [
      'an expression that does not parse',
      {
        alerts: () => [
          { ...anAlert, expression: 'sum(a{service="ingestor"}' },
          anAlertOnGaps,
        ],
      },
      /TooSlow: The expression ends too early/,
    ],
    [
      'an alert twice',
      { alerts: () => [anAlert, anAlert, anAlertOnGaps] },
      /alert name 'TooSlow' is used twice/,
    ],
    [
      'an alert that points nowhere',
      {
        alerts: () => [
          { ...anAlert, panel: { dashboard: 'overview', panelId: 9 } },
          anAlertOnGaps,
        ],
      },
      /points to a panel that does not exist/,
    ],
    [
      'an alert without its value',
      { alerts: () => [{ ...anAlert, description: 'slow' }, anAlertOnGaps] },
      /does not say the current value/,
    ],
    [
      'an SLI of another pack',
      {
        slis: () => [
          {
            id: 'other:x',
            title: 'X',
            serves: [],
            sli: { type: 'uptime', gauge: 'up{$selector}' },
          },
        ],
      },
      /does not start with sample:/,
    ],
    [
      'an alert on the series of everybody',
      {
        alerts: () => [
          { ...anAlert, expression: 'sum(rate(a[5m]))' },
          anAlertOnGaps,
        ],
      },
      /TooSlow does not select the entity's series/,
    ],
    [
      'a panel with the series of everybody',
      {
        dashboards: () => [
          {
            id: 'overview',
            title: 'Overview',
            model: { panels: [aPanel('a')] },
          },
        ],
      },
      /overview\/1 does not select the entity's series/,
    ],
    [
      'an SLI with the series of everybody',
      {
        slis: () => [
          {
            id: 'sample:up',
            title: 'Up',
            serves: ['uptime'],
            sli: { type: 'uptime', gauge: 'up' },
          },
        ],
      },
      /sample:up does not select the entity's series/,
    ],
    [
      'a latency whose matchers do not parse',
      {
        slis: () => [
          {
            id: 'sample:latency',
            title: 'Fast',
            serves: ['latency'],
            sli: {
              type: 'latency',
              histogram: 'a_seconds',
              matchers: 'code!~5..',
              thresholdSeconds: 1,
            },
          },
        ],
      },
      /sample:latency: The expression does not parse/,
    ],
    [
      'alerts that all fall silent with their metric',
      { alerts: () => [anAlert] },
      /no alert fires when the metrics vanish/,
    ],
    [
      'a probe that does not parse',
      { probes: [{ id: 'x', title: 'X', metric: 'a', matchers: 'b~c' }] },
      /the probe x: The expression does not parse/,
    ],
    [
      'choices from the series of everybody',
      {
        alerts: () => [],
        dashboards: () => [
          {
            id: 'overview',
            title: 'Overview',
            model: buildPackDashboard({
              title: 'Overview',
              description: '',
              variables: [
                { name: 'route', label: 'Route', series: 'a', of: 'route' },
              ],
              stats: [],
              rows: [],
            }),
          },
        ],
      },
      /overview\/\$route does not select the entity's series/,
    ],
    [
      'a panel without a description',
      {
        alerts: () => [],
        dashboards: () => [
          {
            id: 'overview',
            title: 'Overview',
            model: { panels: [aPanel('a{service="ingestor"}', '')] },
          },
        ],
      },
      /has no description/,
    ],
  ])('finds %s', (_what, more, fault) => {
    expect(checkPack(aPack(more), context)).toEqual([
      expect.stringMatching(fault),
    ]);
  });
});
