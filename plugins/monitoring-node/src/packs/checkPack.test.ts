import { buildPackDashboard, statPanel } from '../dashboards';
import { checkPack } from './checkPack';
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
          stats: [aPanel('sum(rate(a[$__rate_interval]))')],
          rows: [],
        }),
      },
    ],
    alerts: () => [anAlert],
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
      { alerts: () => [{ ...anAlert, expression: 'sum(' }] },
      /TooSlow: The expression does not parse/,
    ],
    [
      'an alert twice',
      { alerts: () => [anAlert, anAlert] },
      /alert name 'TooSlow' is used twice/,
    ],
    [
      'an alert that points nowhere',
      {
        alerts: () => [
          { ...anAlert, panel: { dashboard: 'overview', panelId: 9 } },
        ],
      },
      /points to a panel that does not exist/,
    ],
    [
      'an alert without its value',
      { alerts: () => [{ ...anAlert, description: 'slow' }] },
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
      'a panel without a description',
      {
        alerts: () => [],
        dashboards: () => [
          {
            id: 'overview',
            title: 'Overview',
            model: { panels: [aPanel('a', '')] },
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
