import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  letOwnRequestsThrough,
  PROMETHEUS_URL,
  SentQuery,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
  httpDashboardUid,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

const backends = new Map<string, ReturnType<typeof startMonitoringBackend>>();

/** One backend for all tests that want the same of it: to start one takes long. */
function aBackend(
  denied: string[] = [],
): ReturnType<typeof startMonitoringBackend> {
  const key = denied.join();
  const backend =
    backends.get(key) ??
    startMonitoringBackend({
      entities: [component('ingestor')],
      prometheus: {
        scope: [{ label: 'team', from: 'spec.owner' }],
        exemplars: [{ label: 'trace_id', url: 'https://traces/${{ value }}' }],
      },
      grafana: true,
      denied,
    });
  backends.set(key, backend);
  return backend;
}

const UID = httpDashboardUid('ingestor');
const TO = 1_800_003_600_000;

function vector(...samples: [Record<string, string>, number][]) {
  return {
    status: 'success',
    data: {
      resultType: 'vector',
      result: samples.map(([metric, value]) => ({
        metric,
        value: [0, String(value)],
      })),
    },
  };
}

/** A Prometheus that scrapes two instances, of which one is down. */
function serveScrapes(targets: () => Response) {
  upstreams.use(http.get(`${PROMETHEUS_URL}/api/v1/targets`, targets));
  return servePrometheus(upstreams, ({ form: { query = '' } }: SentQuery) => {
    const labels = { job: 'api', service: 'ingestor', team: 'team-media' };
    if (query.startsWith('up{')) {
      return vector(
        [{ __name__: 'up', ...labels, instance: 'a' }, 1],
        [{ __name__: 'up', ...labels, instance: 'b' }, 0],
      );
    }
    return query.startsWith('max_over_time(timestamp(')
      ? vector([{ ...labels, instance: 'b' }, 1_800_000_000])
      : vector();
  });
}

const LISTED = HttpResponse.json.bind(null, {
  status: 'success',
  data: {
    activeTargets: ['team-media', 'team-other'].map(team => ({
      labels: { job: 'api', service: 'ingestor', instance: 'b', team },
      health: 'down',
      lastError: `Get "http://10.0.0.7:8080/metrics": ${team} refused`,
    })),
  },
});

describe('GET …/targets', () => {
  it('tells what is scraped, and asks within the scope alone', async () => {
    const queries = serveScrapes(LISTED);
    const server = await aBackend();
    const { status, body } = await request(server).get(
      entityUrl('ingestor', '/targets'),
    );
    expect(status).toBe(200);
    expectToMatchSpec('EntityTargetsResponse', body);
    expect(body).toMatchObject({
      up: 1,
      down: 1,
      query: 'up{team="team-media", service="ingestor"}',
    });
    expect(body.items[0]).toMatchObject({
      state: 'down',
      lastUpAt: '2027-01-15T08:00:00.000Z',
      error: expect.stringContaining('team-media refused'),
    });
    expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|team-other/);
    const asked = queries.filter(({ form }) =>
      /^(up|scrape_|max_over_time\(timestamp)/.test(form.query ?? ''),
    );
    expect(asked).toHaveLength(4);
    for (const { form } of asked) {
      expect(form.query).toContain('{team="team-media", service="ingestor"}');
    }
  });

  it('does without reasons where the server scrapes nothing itself', async () => {
    serveScrapes(() => new HttpResponse('page not found', { status: 404 }));
    const server = await aBackend(['nothing.at.all']);
    const { body } = await request(server).get(
      entityUrl('ingestor', '/targets'),
    );
    expectToMatchSpec('EntityTargetsResponse', body);
    expect(body.items[0].state).toBe('down');
    expect(body.items[0].error).toBeUndefined();
  });

  it('takes the permission monitoring.metrics.read on an entity that can be seen', async () => {
    servePrometheus(upstreams);
    const server = await aBackend(['monitoring.metrics.read']);
    const denied = await request(server).get(entityUrl('ingestor', '/targets'));
    expect(denied.status).toBe(403);
    const unseen = await request(server).get(entityUrl('gone', '/targets'));
    expect(unseen.status).toBe(404);
  });
});

describe('POST …/panels/exemplars', () => {
  const DASHBOARD = {
    uid: UID,
    title: 'Edited',
    panels: [
      {
        id: 1,
        type: 'timeseries',
        targets: [
          {
            refId: 'A',
            expr: 'histogram_quantile(0.9, rate(latency_bucket[5m])) / other',
            exemplar: true,
          },
        ],
      },
    ],
  };
  const BODY = {
    dashboard: UID,
    panel: 1,
    range: { from: TO - 3_600_000, to: TO },
  };

  beforeEach(() => serveGrafana(upstreams, { [UID]: DASHBOARD }));

  it('asks within the scope in every selector, and links traces', async () => {
    const queries = servePrometheus(upstreams, ({ path }) =>
      path === '/api/v1/query_exemplars'
        ? {
            status: 'success',
            data: [
              {
                seriesLabels: { __name__: 'latency_bucket' },
                exemplars: [
                  {
                    labels: { trace_id: '<b>1</b>' },
                    value: '0.7',
                    timestamp: TO / 1_000 - 60,
                  },
                ],
              },
            ],
          }
        : vector(),
    );
    const server = await aBackend();
    const { status, body } = await request(server)
      .post(entityUrl('ingestor', '/panels/exemplars'))
      .send(BODY);
    expect(status).toBe(200);
    expectToMatchSpec('PanelExemplarsResponse', body);
    expect(body.items).toMatchObject([
      {
        value: 0.7,
        time: TO - 60_000,
        links: [
          { title: 'trace_id', url: 'https://traces/%3Cb%3E1%3C%2Fb%3E' },
        ],
      },
    ]);
    const asked = queries.filter(({ path }) => path.endsWith('exemplars'));
    expect(asked.map(({ form }) => form.query)).toEqual([
      'histogram_quantile(0.9, rate(latency_bucket{team="team-media"}[5m])) / other{team="team-media"}',
    ]);
  });

  it('says why there are none, and fails no panel for it', async () => {
    servePrometheus(upstreams, ({ path }) =>
      path === '/api/v1/query_exemplars'
        ? new HttpResponse('page not found', { status: 404 })
        : vector(),
    );
    const server = await aBackend();
    const { status, body } = await request(server)
      .post(entityUrl('ingestor', '/panels/exemplars'))
      .send({ ...BODY, range: { from: TO, to: TO + 3_600_000 } });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [],
      problems: [expect.stringMatching(/^A: /)],
    });
  });

  it.each([
    ['a query', { query: 'up' }],
    ['an address', { url: 'http://10.0.0.7' }],
    ['several panels', { panel: [1, 2] }],
  ])('takes no %s', async (_, changes) => {
    servePrometheus(upstreams);
    const server = await aBackend();
    const { status } = await request(server)
      .post(entityUrl('ingestor', '/panels/exemplars'))
      .send({ ...BODY, ...changes });
    expect(status).toBe(400);
  });

  it('takes the permission monitoring.metrics.read', async () => {
    servePrometheus(upstreams);
    const server = await aBackend(['monitoring.metrics.read']);
    const { status } = await request(server)
      .post(entityUrl('ingestor', '/panels/exemplars'))
      .send(BODY);
    expect(status).toBe(403);
  });
});
