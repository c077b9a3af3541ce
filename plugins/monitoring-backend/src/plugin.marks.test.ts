import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { DashboardMarksResponse } from '@sightline/backstage-plugin-monitoring-common';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  letOwnRequestsThrough,
  rangeQueries,
  ServedByGrafana,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

const RANGE = { from: 0, to: 3_600_000 };
const PROMETHEUS = { type: 'prometheus', uid: 'any' };
const GRAFANA = { type: 'grafana', uid: '-- Grafana --' };

/** A backend with a dashboard that has these annotations beside Grafana's own. */
async function aBackend(
  annotations: JsonObject[],
  options: ServedByGrafana & { denied?: string[] } = {},
) {
  const { denied, ...served } = options;
  const queries = servePrometheus(upstreams);
  const asked = serveGrafana(
    upstreams,
    {
      open: {
        uid: 'open',
        title: 'For all',
        tags: ['public'],
        annotations: { list: annotations },
        templating: {
          list: [
            { name: 'service', type: 'query' },
            { name: 'zone', type: 'textbox', query: 'a' },
          ],
        },
        panels: [],
      },
    },
    served,
  );
  const server = await startMonitoringBackend({
    entities: [
      component('ingestor', { annotations: {}, spec: { team: 'media' } }),
    ],
    prometheus: { scope: [{ label: 'team', from: 'spec.team' }] },
    grafana: { linkedDashboards: { tags: ['public'] } },
    denied,
  });
  const marks = async (body: object = {}, uid: string = 'open') => {
    const response = await request(server)
      .post(entityUrl('ingestor', `/dashboards/${uid}/marks`))
      .send({ range: RANGE, ...body });
    if (response.status === 200) {
      expectToMatchSpec('DashboardMarksResponse', response.body);
    }
    return {
      status: response.status,
      body: response.body as DashboardMarksResponse,
    };
  };
  return { marks, asked, sent: () => rangeQueries(queries) };
}

it('tells the regions of a PromQL annotation, queried within the scope', async () => {
  const { marks, sent } = await aBackend([
    {
      name: 'Restarts',
      enable: true,
      iconColor: 'red',
      datasource: PROMETHEUS,
      expr: 'changes(restarts{team="other",service="$service"}[$__interval]) > 0',
      step: '2m',
      titleFormat: 'Restart of {{service}}',
    },
  ]);
  const { status, body } = await marks();
  expect(status).toBe(200);
  expect(body).toEqual({
    problems: [],
    items: [
      {
        id: 'Restarts-0-0',
        kind: 'annotation',
        name: 'Restarts',
        color: 'red',
        from: 0,
        to: 3_600_000,
        title: 'Restart of ingestor',
        tags: [],
      },
    ],
  });
  const [{ form }] = sent();
  expect(form).toMatchObject({ step: '120' });
  expect(form.query).toContain('team="media"');
  expect(form.query).toContain('service="ingestor"');
  expect(form.query).toContain('[2m]');
});

it('tells annotations, alerts and deployments of Grafana, and none of other dashboards', async () => {
  const { marks, asked } = await aBackend([], {
    annotations: [
      { id: 1, dashboardUID: 'open', time: 10, timeEnd: 20, text: '<b>x</b>' },
      { id: 2, dashboardUID: 'secret', time: 30, text: 'Salaries' },
      {
        id: 3,
        dashboardUID: 'open',
        panelId: 7,
        time: 40,
        timeEnd: 40,
        alertName: 'High load',
        newState: 'Alerting',
        text: '',
      },
      {
        id: 4,
        dashboardUID: '',
        time: 50,
        text: 'v2',
        tags: ['deploy', 'component:default/ingestor'],
      },
      { id: 'x', time: 60 },
      { id: 5, dashboardId: 9, time: 70, text: 'Of an old Grafana' },
      { id: 6, dashboardUID: 'open', time: 9e15, text: 'No date' },
    ],
  });
  const { body } = await marks();
  expect(body.problems).toEqual([]);
  expect(body.items).toEqual([
    {
      id: 'grafana-1',
      kind: 'annotation',
      name: 'Annotations & Alerts',
      color: expect.any(String),
      from: 10,
      to: 20,
      text: '<b>x</b>',
      tags: [],
    },
    {
      id: 'grafana-3',
      kind: 'alert',
      name: 'Annotations & Alerts',
      color: 'red',
      from: 40,
      title: 'High load: Alerting',
      tags: [],
      filter: { exclude: false, panelIds: [7] },
    },
    {
      id: 'grafana-4',
      kind: 'deployment',
      name: 'Deployments',
      color: 'blue',
      from: 50,
      text: 'v2',
      tags: ['deploy', 'component:default/ingestor'],
    },
  ]);
  expect(asked.sort()).toEqual([
    expect.stringMatching(
      /^\/api\/annotations\?from=0&to=3600000&dashboardUID=open&limit=100$/,
    ),
    expect.stringMatching(/tags=deploy&.*matchAny=true&limit=500$/),
  ]);
});

it('asks Grafana by the tags of an annotation, variables filled in', async () => {
  const { marks, asked } = await aBackend([
    {
      name: 'Releases',
      enable: true,
      datasource: GRAFANA,
      target: { type: 'tags', tags: ['release', '$zone'], matchAny: true },
    },
    {
      name: 'Off',
      enable: false,
      datasource: PROMETHEUS,
      expr: 'up',
    },
  ]);
  await marks({ names: ['Releases'], variables: { zone: 'a&b=c' } });
  expect(asked).toContain(
    '/api/annotations?from=0&to=3600000&tags=release&tags=a%26b%3Dc&matchAny=true&limit=100',
  );
});

it('asks for those that are switched on, or for those that are named', async () => {
  const { marks, sent } = await aBackend([
    { name: 'Off', enable: false, datasource: PROMETHEUS, expr: 'up' },
  ]);
  expect((await marks()).body.items).toEqual([]);
  expect(sent()).toHaveLength(0);
  expect((await marks({ names: ['Off'] })).body.items).toHaveLength(1);
});

it('says which source failed, and keeps the marks of the others', async () => {
  const annotation = (name: string, expr: string, datasource = PROMETHEUS) => ({
    name,
    enable: true,
    datasource,
    expr,
  });
  const { marks } = await aBackend([
    annotation('Broken', 'sum('),
    annotation('Logs', '{job="x"}', { type: 'loki', uid: 'l' }),
    annotation('Hostile', 'up{zone=$zone}'),
    annotation('Fine', 'up'),
  ]);
  const { status, body } = await marks({
    variables: { zone: '"a"} or secret{x="y"' },
  });
  expect(status).toBe(200);
  expect(body.items.map(({ name }) => name)).toEqual(['Fine']);
  expect(body.problems.sort()).toEqual([
    'Broken: The expression ends too early',
    expect.stringMatching(/^Hostile: a value of \$zone would change/),
    "Logs: its data source ('loki') is neither Prometheus nor Grafana",
  ]);
});

it('needs the permission to read metrics, and a dashboard that may be read', async () => {
  const { marks, sent } = await aBackend([], {
    denied: ['monitoring.metrics.read'],
  });
  expect((await marks()).status).toBe(403);
  expect(sent()).toHaveLength(0);
});

it.each([
  ['other', { range: RANGE }, 404],
  ['open', { range: { from: 5, to: 5 } }, 400],
  ['open', { range: RANGE, query: 'up' }, 400],
])('refuses marks of %s with %j', async (uid, body, expected) => {
  const { marks } = await aBackend([]);
  expect((await marks(body, uid)).status).toBe(expected);
});
