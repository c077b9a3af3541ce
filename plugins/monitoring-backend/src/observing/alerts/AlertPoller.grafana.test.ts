import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { GrafanaAlert } from '../../sources';
import { aService } from '../__testUtils__/builders';
import { entitiesOf } from '../__testUtils__/sources';
import { FakePrometheus } from '../__testUtils__/FakePrometheus';
import { AlertPoller } from './AlertPoller';

const signal = new AbortController().signal;

const alert: GrafanaAlert = {
  labels: {
    alertname: 'HighHttpErrorRate',
    entity: 'component:default/ingestor',
    severity: 'critical',
  },
  annotations: {
    summary: 'Too many errors',
    runbook_url: 'https://runbooks.example.com/HighHttpErrorRate',
    sightline_unit: 'percent',
    sightline_limit: '0.05',
    __dashboardUid__: 'sl-ingestor',
    __panelId__: '2',
  },
  state: 'firing',
  activeAt: '2026-11-23T14:06:00Z',
  value: 0.07,
};

function setUp() {
  const now = () => new Date('2026-11-23T14:32:00Z');
  const prometheus = new FakePrometheus('default');
  const held = { alerts: [alert], down: false };
  const poller = AlertPoller.create({
    entities: entitiesOf([aService('ingestor')], now),
    prometheus: [prometheus],
    alertmanager: [],
    grafana: [
      {
        id: 'default',
        alerts: async () => {
          if (held.down) {
            throw new ServiceUnavailableError('no route');
          }
          return held.alerts;
        },
      },
    ],
    scopes: [{ id: 'default', scope: [] }],
    interval: 15_000,
    logger: mockServices.logger.mock(),
    now,
  });
  return { poller, prometheus, held };
}

describe('AlertPoller with alerts of Grafana', () => {
  it('shows an alert of Grafana like one of Prometheus', async () => {
    const { poller } = setUp();
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toEqual([
      expect.objectContaining({
        name: 'HighHttpErrorRate',
        state: 'firing',
        severity: 'critical',
        since: '2026-11-23T14:06:00Z',
        value: 0.07,
        unit: 'percent',
        limit: 0.05,
        summary: 'Too many errors',
        runbookUrl: 'https://runbooks.example.com/HighHttpErrorRate',
        dashboard: { uid: 'sl-ingestor', panelId: 2 },
        labels: alert.labels,
        entityRef: 'component:default/ingestor',
        sources: ['grafana:default'],
      }),
    ]);
  });

  it('shows what Grafana and Prometheus both know once, since the earlier of them', async () => {
    const { poller, prometheus, held } = setUp();
    held.alerts = [{ ...alert, value: NaN }];
    prometheus.activeAlerts = [
      { ...alert, activeAt: '2026-11-23T14:01:00Z', value: 0.08 },
    ];
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toEqual([
      expect.objectContaining({
        since: '2026-11-23T14:01:00Z',
        value: 0.08,
        sources: expect.arrayContaining([
          'grafana:default',
          'prometheus:default',
        ]),
      }),
    ]);
  });

  it('keeps the last alerts of a Grafana that does not answer, and says so', async () => {
    const { poller, held } = setUp();
    await poller.poll(signal);
    held.down = true;
    await poller.poll(signal);
    expect(poller.snapshot.alerts).toHaveLength(1);
    expect(poller.health()).toContainEqual(
      expect.objectContaining({
        source: 'grafana:default',
        state: 'unreachable',
        lastSuccessAt: '2026-11-23T14:32:00.000Z',
      }),
    );
  });
});
