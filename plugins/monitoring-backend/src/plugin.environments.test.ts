import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  letOwnRequestsThrough,
  rangeQueries,
  serveAlertmanager,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => {
  letOwnRequestsThrough(upstreams);
  serveAlertmanager(upstreams);
});

const TO = 1_800_000_000_000;
const RANGE = { from: TO - 3_600_000, to: TO };

async function start() {
  const queries = servePrometheus(upstreams);
  const server = await startMonitoringBackend({
    entities: [
      component('ingestor', {
        annotations: {
          'monitoring/packs': 'http',
          'monitoring/slos': 'availability 99.9% 30d',
          'monitoring/environments':
            'prod(selector: env="prod"), stage(selector: env="stage")',
        },
      }),
    ],
  });
  const get = (path: string) =>
    request(server).get(entityUrl('ingestor', path));
  return { server, queries, get };
}

describe('an entity with environments', () => {
  it('is shown in the first, or in the one that is named', async () => {
    const { get } = await start();
    for (const [query, environment] of [
      ['', 'prod'],
      ['?environment=stage', 'stage'],
    ]) {
      const { body } = await get(query);
      expectToMatchSpec('EntityMonitoringResponse', body);
      expect(body.spec).toMatchObject({
        environment,
        environments: [{ name: 'prod' }, { name: 'stage' }],
        selector: [
          { label: 'service', operator: '=', value: 'ingestor' },
          { label: 'env', operator: '=', value: environment },
        ],
      });
    }
  });

  it('has no other, and says which there are', async () => {
    const { get } = await start();
    for (const path of ['', '/dashboards', '/suggestions']) {
      const { status, body } = await get(`${path}?environment=test`);
      expect(status).toBe(404);
      expect(body.error.message).toContain('it has prod, stage');
    }
    expect((await get('/slos?environment=A%22')).status).toBe(400);
  });

  it('has dashboards in each, whose panels ask for its series', async () => {
    const { server, queries, get } = await start();
    const { body } = await get('/dashboards?environment=stage');
    expectToMatchSpec('EntityDashboardsResponse', body);
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual([
      'ingestor · HTTP · stage',
    ]);
    const [{ uid }] = body.items;
    const { text } = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send({ dashboard: uid, panels: [11], range: RANGE });
    expect(JSON.parse(text).error).toBeUndefined();
    expect(rangeQueries(queries)).not.toHaveLength(0);
    for (const { form } of rangeQueries(queries)) {
      expect(form.query).toContain('env="stage"');
      expect(form.query).not.toContain('env="prod"');
    }
  });

  it('has SLOs in all of them, each with its history', async () => {
    const { get, queries } = await start();
    for (const id of ['availability--prod', 'availability--stage']) {
      const { status, body } = await get(`/slos/${id}/history`);
      expect(status).toBe(200);
      expect(body.id).toBe(id);
    }
    const asked = rangeQueries(queries).map(({ form }) => form.query);
    expect(asked.some(query => query.includes('@stage"'))).toBe(true);
    const { status, body } = await get('/slos?environment=stage');
    expect(status).toBe(200);
    expectToMatchSpec('EntitySlosResponse', body);
  });
});
