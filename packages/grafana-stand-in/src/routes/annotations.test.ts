import request from 'supertest';
import { createStandIn } from '../createStandIn';
import { STAND_IN_TOKENS } from '../http/identities';
import { GrafanaState } from '../state/GrafanaState';

const prometheusUrl = 'http://prometheus.example:9090';

function aStandIn() {
  const app = createStandIn({ prometheusUrl });
  const send = (
    method: 'get' | 'post',
    path: string,
    options: { body?: object; as?: keyof typeof STAND_IN_TOKENS } = {},
  ) =>
    request(app)
      [method](path)
      .set('authorization', `Bearer ${STAND_IN_TOKENS[options.as ?? 'editor']}`)
      .send(options.body);
  return { send };
}

/** The bodies of the recording `annotations`, in its order. */
const RECORDED = [
  { time: 1700, tags: ['deploy', 'component:default/a'], text: 'v1' },
  {
    dashboardUID: 'd1',
    panelId: 1,
    time: 1700,
    timeEnd: 1760,
    tags: ['deploy'],
    text: 'v2',
  },
  { text: 'x', time: 1700, timeEnd: 1699 },
];

it.each([
  ['tags=deploy', ['v2', 'v1']],
  ['tags=deploy&tags=component:default/a', ['v1']],
  ['tags=deploy&tags=nope', []],
  ['tags=deploy&tags=nope&matchAny=true', ['v2', 'v1']],
  ['dashboardUID=d1', ['v2']],
  ['dashboardUID=d1&panelId=1', ['v2']],
  ['dashboardUID=nope', []],
  ['from=1&to=2', []],
  ['from=1699&to=1701', ['v2', 'x', 'v1']],
  ['limit=1', ['v2']],
  ['limit=0', ['v2', 'x', 'v1']],
  ['type=alert', []],
])('finds annotations as Grafana does: %s', async (query, expected) => {
  const { send } = aStandIn();
  await send('post', '/api/dashboards/db', {
    body: { dashboard: { uid: 'd1', title: 'D1' } },
  });
  for (const body of RECORDED) {
    const { status } = await send('post', '/api/annotations', { body });
    expect(status).toBe(200);
  }
  const { body } = await send('get', `/api/annotations?${query}`, {
    as: 'viewer',
  });
  expect(body.map(({ text }: { text: string }) => text)).toEqual(expected);
});

it.each([
  [{ text: 'x', time: 'abc' }, 400],
  [{ text: '' }, 400],
  [{ tags: ['a'] }, 400],
  [{ dashboardUID: 'nope', time: 1, text: 'x' }, 500],
])('refuses the annotation %j', async (body, expected) => {
  const { send } = aStandIn();
  expect((await send('post', '/api/annotations', { body })).status).toBe(
    expected,
  );
  const ofViewer = await send('post', '/api/annotations', {
    body,
    as: 'viewer',
  });
  expect(ofViewer.status).toBe(403);
});

it('tells states that alerts came to', async () => {
  const state = new GrafanaState(() => new Date(0));
  state.annotations.push({
    id: 1,
    dashboardUID: 'd1',
    created: 0,
    time: 5,
    timeEnd: 5,
    text: '',
    login: '',
    alert: { alertName: 'High', newState: 'Alerting', prevState: 'Normal' },
  });
  const { body } = await request(createStandIn({ prometheusUrl, state }))
    .get('/api/annotations?type=alert')
    .set('authorization', `Bearer ${STAND_IN_TOKENS.viewer}`);
  expect(body).toEqual([
    expect.objectContaining({ alertName: 'High', newState: 'Alerting' }),
  ]);
});

it('keeps panels of the library', async () => {
  const { send } = aStandIn();
  const body = { uid: 'lp1', name: 'LP1', kind: 1, model: { type: 'stat' } };
  const path = '/api/library-elements';
  expect((await send('post', path, { body, as: 'viewer' })).status).toBe(403);
  await send('post', path, { body });
  const { body: read } = await send('get', `${path}/lp1`, { as: 'viewer' });
  expect(read.result).toMatchObject({
    uid: 'lp1',
    name: 'LP1',
    type: 'stat',
    model: { type: 'stat' },
  });
  const missing = await send('get', `${path}/nope`);
  expect([missing.status, missing.body]).toEqual([
    404,
    { message: 'library element could not be found' },
  ]);
});
