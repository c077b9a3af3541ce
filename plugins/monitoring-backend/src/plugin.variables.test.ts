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
  const queries = servePrometheus(upstreams, ({ path }) => ({
    status: 'success',
    data: path.endsWith('/values') ? ['audit', 'media'] : ['datname', 'job'],
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
          {
            name: 'pod',
            type: 'query',
            query: 'label_values(up{database="$database"}, pod)',
          },
          { name: 'Filters', type: 'adhoc' },
        ],
      },
    },
  });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
  });
  const { status, body: answer } = await request(server)
    .post(entityUrl('ingestor', `/dashboards/${UID}/variables`))
    .send(body);
  return {
    status,
    body: answer,
    // Without those of the pollers.
    queries: queries.filter(({ path }) => path.startsWith('/api/v1/label')),
  };
}

it('answers what can be chosen for the variables of a dashboard', async () => {
  const { status, body } = await ask({
    range: RANGE,
    variables: { database: 'media' },
    names: ['database'],
  });
  expect(status).toBe(200);
  expectToMatchSpec('DashboardVariablesResponse', body);
  expect(body.items).toEqual([
    {
      name: 'database',
      options: ['audit', 'media'].map(value => ({ text: value, value })),
      value: 'media',
    },
  ]);
});

it('reads variables with the values of those before them', async () => {
  const { queries } = await ask({ range: RANGE });
  expect(queries.map(({ form }) => form['match[]'])).toEqual([
    'pg_up',
    'up{database="audit"}',
  ]);
});

it('answers what a filter can be made of', async () => {
  const { status, body, queries } = await ask({
    range: RANGE,
    adhoc: { name: 'Filters', key: 'pod' },
    variables: { Filters: ['job|=|api'] },
  });
  expect(status).toBe(200);
  expectToMatchSpec('DashboardVariablesResponse', body);
  expect(queries.map(({ path, form }) => [path, form['match[]']])).toEqual([
    ['/api/v1/label/pod/values', '{__name__=~".+", job="api"}'],
  ]);
});

it.each([
  ['no range', {}],
  ['a range that ends before it starts', { range: { from: 2, to: 1 } }],
  ['variables that are no texts', { range: RANGE, variables: { a: 1 } }],
  ['names that are none', { range: RANGE, names: ['a b'] }],
  ['an ad hoc variable that is none', { range: RANGE, adhoc: { name: 'pod' } }],
  [
    'a path for a label',
    { range: RANGE, adhoc: { name: 'Filters', key: '../admin' } },
  ],
  [
    'a filter that is none',
    { range: RANGE, variables: { Filters: ['"} or x{'] } },
  ],
])('refuses %s', async (_, body) => {
  const { status } = await ask(body);
  expect(status).toBe(400);
});
