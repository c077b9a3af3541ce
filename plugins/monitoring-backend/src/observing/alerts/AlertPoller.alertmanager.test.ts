import { mockServices } from '@backstage/backend-test-utils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DefaultAlertmanagerClient } from '../../sources';
import { TestAlertmanager } from '../../targets/alertmanager/__testUtils__/TestAlertmanager';
import { aService } from '../__testUtils__/builders';
import { entitiesOf } from '../__testUtils__/sources';
import { FakePrometheus } from '../__testUtils__/FakePrometheus';
import { AlertPoller } from './AlertPoller';

const CONFIG = `
route: { receiver: nobody }
receivers: [{ name: nobody }]
inhibit_rules:
  - source_matchers: ['alertname="NodeDown"']
    target_matchers: ['alertname="SlowReads"']
    equal: [service]
`;

const signal = new AbortController().signal;
const now = () => new Date();

/** An alert as each replica of a Prometheus tells Alertmanager. */
function fromReplicas(alertname: string) {
  return ['a', 'b'].map(replica => ({
    labels: {
      alertname,
      entity: 'component:default/ingestor',
      service: 'ingestor',
      replica,
      prometheus: 'ops/k8s',
    },
    generatorURL: `http://prometheus-${replica}:9090/graph?g0.expr=up`,
  }));
}

describe('alerts of a real Alertmanager', () => {
  let folder: string;
  let alertmanager: TestAlertmanager;
  let client: DefaultAlertmanagerClient;
  const prometheus = new FakePrometheus('default');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-alerts-'));
    const file = path.join(folder, 'alertmanager.yml');
    await writeFile(file, CONFIG);
    alertmanager = await TestAlertmanager.start(file);
    client = DefaultAlertmanagerClient.fromConfig({
      id: 'default',
      url: alertmanager.url,
      auth: { method: 'none' },
    });
    await alertmanager.send(
      ['NodeDown', 'SlowReads', 'DiskFull'].flatMap(fromReplicas),
    );
    const silenced = await fetch(`${alertmanager.url}/api/v2/silences`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        matchers: [{ name: 'alertname', value: 'DiskFull', isRegex: false }],
        startsAt: new Date(Date.now() - 1_000).toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        createdBy: 'mira.novak',
        comment: 'larger disk is ordered',
      }),
    });
    if (!silenced.ok) {
      throw new Error(`Alertmanager answered ${silenced.status}`);
    }
  });

  afterAll(async () => {
    await alertmanager?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function read(): Promise<AlertPoller> {
    const poller = AlertPoller.create({
      entities: entitiesOf([aService('ingestor')], now),
      prometheus: [prometheus],
      alertmanager: [client],
      scopes: [{ id: 'default', scope: [] }],
      interval: 15_000,
      logger: mockServices.logger.mock(),
      now,
    });
    await poller.poll(signal);
    return poller;
  }

  it.each([
    ['alone', false, ['alertmanager:default']],
    ['and Prometheus', true, ['prometheus:default', 'alertmanager:default']],
  ])(
    'are one row for both replicas, silenced or inhibited, told by it %s',
    async (_, isEvaluated, sources) => {
      const names = ['NodeDown', 'SlowReads', 'DiskFull'];
      prometheus.activeAlerts = names
        .filter(() => isEvaluated)
        .map(alertname => ({
          labels: {
            alertname,
            entity: 'component:default/ingestor',
            service: 'ingestor',
          },
          annotations: {},
          state: 'firing',
          activeAt: new Date(Date.now() - 600_000).toISOString(),
          value: 1,
        }));
      const { alerts } = (await read()).snapshot;
      const byName = new Map(alerts.map(alert => [alert.name, alert]));
      expect(alerts).toHaveLength(3);
      for (const alert of alerts) {
        expect(alert.sources).toEqual(sources);
        expect(alert.entityRef).toBe('component:default/ingestor');
        expect(alert.labels.replica).toBeUndefined();
      }
      expect(byName.get('NodeDown')?.state).toBe('firing');
      expect(byName.get('SlowReads')).toMatchObject({
        state: 'silenced',
        inhibited: true,
      });
      expect(byName.get('DiskFull')).toMatchObject({
        state: 'silenced',
        silence: { by: 'mira.novak', comment: 'larger disk is ordered' },
      });
    },
  );
});
