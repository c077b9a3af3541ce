import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  httpDashboardUid,
  letOwnRequestsThrough,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

const UID = httpDashboardUid('ingestor');
const RANGE = { from: 1_800_000_000_000, to: 1_800_003_600_000 };

async function ask(body: object) {
  servePrometheus(upstreams, () => ({
    status: 'success',
    data: {
      resultType: 'vector',
      result: ['media', 'audit'].map(datname => ({
        metric: { datname },
        value: [0, '1'],
      })),
    },
  }));
  serveGrafana(upstreams, {
    [UID]: {
      uid: UID,
      title: 'Edited',
      panels: [],
      templating: {
        list: [
          {
            name: 'database',
            type: 'query',
            query: { query: 'label_values(pg_up, datname)', refId: 'database' },
            sort: 1,
          },
        ],
      },
    },
  });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
  });
  return request(server)
    .post(entityUrl('ingestor', `/dashboards/${UID}/variables`))
    .send(body);
}

it('answers what can be chosen for the variables of a dashboard', async () => {
  const { status, body } = await ask({ range: RANGE });
  expect(status).toBe(200);
  expectToMatchSpec('DashboardVariablesResponse', body);
  expect(body.items).toEqual([
    {
      name: 'database',
      options: ['audit', 'media'].map(value => ({ text: value, value })),
    },
  ]);
});

it.each([
  ['no range', {}],
  ['a range that ends before it starts', { range: { from: 2, to: 1 } }],
  ['variables that are no texts', { range: RANGE, variables: { a: 1 } }],
])('refuses %s', async (_, body) => {
  const { status } = await ask(body);
  expect(status).toBe(400);
});
