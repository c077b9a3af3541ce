import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import {
  PanelAnswer,
  PanelQueryRequest,
} from '@sightline/backstage-plugin-monitoring-common';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  httpDashboardUid,
  letOwnRequestsThrough,
  matrixOf,
  PROMETHEUS_URL,
  rangeQueries,
  SentQuery,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

type Backend = Awaited<ReturnType<typeof startMonitoringBackend>>;

const TO = 1_800_003_600_000;
const RANGE = { from: TO - 3_600_000, to: TO };
const UID = httpDashboardUid('ingestor');

let clock: jest.SpyInstance<number, []>;
let later = 0;
beforeEach(() => {
  const { now } = Date;
  later = 0;
  clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + later);
});
afterEach(() => clock.mockRestore());

/** One panel for each expression. */
function dashboardOf(expressions: string[], target: object = {}): object {
  return {
    uid: UID,
    title: 'Edited',
    panels: expressions.map((expr, index) => ({
      id: index + 1,
      type: 'timeseries',
      targets: [{ refId: 'A', expr, ...target }],
    })),
  };
}

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As sent. */
  bytes: Buffer;
  lines: PanelAnswer[];
}

/** Asks as a plain client does, which decodes nothing. */
function ask(
  server: Backend,
  body: Partial<PanelQueryRequest> | object = {},
  options: { encoding?: string; entity?: string } = {},
): Promise<Answered> {
  const { encoding = 'gzip, deflate, br', entity = 'ingestor' } = options;
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        port: server.port(),
        path: entityUrl(entity, '/panels/query'),
        method: 'POST',
        agent: false,
        headers: {
          'Content-Type': 'application/json',
          'Accept-Encoding': encoding,
          Authorization: mockCredentials.user.header(),
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode = 0, headers } = response;
          const text = String(
            headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes,
          );
          const lines =
            statusCode === 200
              ? text
                  .trim()
                  .split('\n')
                  .map(line => JSON.parse(line))
              : [];
          lines.forEach(line =>
            expectToMatchSpec(
              'unchanged' in line ? 'PanelUnchanged' : 'PanelQueryResult',
              line,
            ),
          );
          resolve({ status: statusCode, headers, bytes, lines });
        });
      },
    );
    sent.on('error', reject);
    sent.end(
      JSON.stringify({ dashboard: UID, panels: [1], range: RANGE, ...body }),
    );
  });
}

async function aBackend(
  expressions: string[],
  options: Partial<Parameters<typeof startMonitoringBackend>[0]> & {
    answer?: (query: SentQuery) => any;
    target?: object;
  } = {},
) {
  const { answer, target, ...rest } = options;
  const sent = servePrometheus(upstreams, answer);
  const dashboards = { [UID]: dashboardOf(expressions, target) };
  serveGrafana(upstreams, dashboards);
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: { linkedDashboards: { folders: ['general'] } },
    ...rest,
  });
  return { server, sent, dashboards };
}

/** The tag of each panel's answer. */
function tagsOf({ lines }: Answered): Record<string, string> {
  return Object.fromEntries(
    lines.map(line => [line.key ?? line.panelId, 'tag' in line && line.tag]),
  ) as Record<string, string>;
}

describe('an answer that was given', () => {
  it('is given again, byte by byte, and nothing is asked for it', async () => {
    const { server, sent } = await aBackend(['up']);
    const first = await ask(server);
    const second = await ask(server);
    expect(second.bytes).toEqual(first.bytes);
    expect(rangeQueries(sent)).toHaveLength(1);
  });

  it('is the same compressed and as it is, and is compressed once', async () => {
    const { server } = await aBackend(['up', 'rate(up[5m])']);
    const gzipped = await ask(server, { panels: [1, 2] });
    const plain = await ask(
      server,
      { panels: [1, 2] },
      { encoding: 'identity' },
    );
    expect(gzipped.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'no-store, no-transform',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gzipped.bytes.length).toBeLessThan(plain.bytes.length / 2);
    const byId = (lines: PanelAnswer[]) =>
      [...lines].sort((a, b) => a.panelId - b.panelId);
    expect(byId(gzipped.lines)).toEqual(byId(plain.lines));
  });

  it('is not gzip for who does not take it', async () => {
    const { server } = await aBackend(['up']);
    for (const encoding of ['br', 'gzip;q=0, br', 'identity', 'gzip;q=0']) {
      const { headers, lines } = await ask(server, {}, { encoding });
      expect(headers['content-encoding']).toBeUndefined();
      expect(lines).toHaveLength(1);
    }
  });

  it('T15 · is not given to who lost the permission, nor to who lost the entity', async () => {
    const denied: string[] = [];
    const hidden: string[] = [];
    const { server, sent } = await aBackend(['up'], { denied, hidden });
    expect((await ask(server)).status).toBe(200);
    denied.push('monitoring.metrics.read');
    expect((await ask(server)).status).toBe(403);
    denied.pop();
    hidden.push('component:default/ingestor');
    const known = { 1: 'a'.repeat(22) };
    expect((await ask(server, { known })).status).toBe(404);
    hidden.pop();
    expect((await ask(server)).status).toBe(200);
    expect(rangeQueries(sent)).toHaveLength(1);
  });

  it('T13 T14 · is never that of another scope, together or one after the other', async () => {
    const two = ['ingestor', 'gateway'].map(name =>
      component(name, {
        annotations: { 'monitoring/dashboards': UID },
        spec: { owner: `team-${name}` },
      }),
    );
    const { server, sent } = await aBackend(['up'], {
      entities: two,
      prometheus: { scope: [{ label: 'team', from: 'spec.owner' }] },
      answer: ({ form }) => matrixOf([{ of: form.query }], form),
    });
    const whoseOf = async (entity: string) => {
      const { lines } = await ask(server, {}, { entity });
      return 'frames' in lines[0] && lines[0].frames[0].series[0].labels.of;
    };
    const together = await Promise.all([
      whoseOf('ingestor'),
      whoseOf('gateway'),
    ]);
    const after = [await whoseOf('ingestor'), await whoseOf('gateway')];
    const own = ['up{team="team-ingestor"}', 'up{team="team-gateway"}'];
    expect(together).toEqual(own);
    expect(after).toEqual(own);
    expect(rangeQueries(sent)).toHaveLength(2);
  });

  it('is gone once the dashboard shows another, which is read within ten seconds', async () => {
    const { server, sent, dashboards } = await aBackend(['up']);
    await ask(server);
    dashboards[UID] = dashboardOf(['down']);
    later = 10_001;
    const { lines } = await ask(server);
    expect(lines).toMatchObject([{ frames: [{ expression: 'down' }] }]);
    expect(rangeQueries(sent).map(({ form }) => form.query)).toEqual([
      'up',
      'down',
    ]);
  });

  it('is not kept when something is wrong with it', async () => {
    let isBroken = true;
    const { server } = await aBackend(['up'], {
      answer: ({ form }) =>
        isBroken
          ? Response.json({}, { status: 500 })
          : matrixOf([{ a: '1' }], form),
    });
    const first = await ask(server);
    expect(first.lines).toMatchObject([{ error: expect.anything() }]);
    isBroken = false;
    const { lines } = await ask(server);
    expect(lines[0]).not.toHaveProperty('error');
    expect(lines).toMatchObject([{ frames: [{ series: [{}] }] }]);
  });

  it('is that of all who ask for now within the same seconds', async () => {
    const { server, sent } = await aBackend(['up'], {
      target: { instant: true, range: false },
      answer: () => ({
        status: 'success',
        data: { resultType: 'vector', result: [] },
      }),
    });
    const now = Math.floor(Date.now() / 10_000) * 10_000;
    const answers = await Promise.all(
      [0, 1, 4_321, 9_999].map(to =>
        ask(server, { range: { from: now + to - 3_600_000, to: now + to } }),
      ),
    );
    const instants = sent.filter(
      ({ path, form }) => path === '/api/v1/query' && form.query === 'up',
    );
    expect(instants.map(({ form }) => form.time)).toEqual([
      String(now / 1_000),
    ]);
    expect(new Set(answers.map(tagsOf).map(tags => tags[1])).size).toBe(1);
  });
});

it('is not waited for, here and upstream, when the caller has gone', async () => {
  let arrived = () => {};
  let left = () => {};
  const asked = new Promise<void>(resolve => (arrived = resolve));
  const cancelled = new Promise<void>(resolve => (left = resolve));
  const { server } = await aBackend(['up']);
  upstreams.use(
    http.post(`${PROMETHEUS_URL}/api/v1/query_range`, async ({ request }) => {
      request.signal.addEventListener('abort', () => left());
      arrived();
      await cancelled;
      return Response.error();
    }),
  );
  const caller = new AbortController();
  const answer = fetch(
    `http://localhost:${server.port()}${entityUrl(
      'ingestor',
      '/panels/query',
    )}`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.user.header(),
      },
      body: JSON.stringify({ dashboard: UID, panels: [1], range: RANGE }),
      signal: caller.signal,
    },
  );
  await asked;
  caller.abort();
  await expect(answer).rejects.toThrow('aborted');
  await expect(cancelled).resolves.toBeUndefined();
});

describe('what the caller holds', () => {
  it('is not sent again while it is the same', async () => {
    let value = '1';
    const { server } = await aBackend(['up', 'up'], {
      answer: ({ form }) => ({
        status: 'success',
        data: {
          resultType: 'matrix',
          result: [{ metric: {}, values: [[Number(form.start), value]] }],
        },
      }),
    });
    const first = await ask(server, { panels: [1, 2] });
    const known = tagsOf(first);
    const unchanged = [1, 2].map(panelId => ({
      panelId,
      unchanged: known[panelId],
    }));
    const again = await ask(server, { panels: [1, 2], known });
    expect(again.lines).toEqual(unchanged);

    // Asked for again, and the same.
    later = 20_000;
    const afresh = await ask(server, { panels: [1, 2], known });
    expect(afresh.lines).toEqual(unchanged);

    value = '2';
    later = 40_000;
    const changed = await ask(server, { panels: [1, 2], known });
    expect(changed.lines).toMatchObject([{ frames: [{}] }, { frames: [{}] }]);
  });

  it('is that of a copy by the copy’s key', async () => {
    const { server } = await aBackend(['up']);
    const panels = [{ id: 1, key: '1-a', variables: {} }];
    const known = tagsOf(await ask(server, { panels }));
    const { lines } = await ask(server, { panels, known });
    expect(lines).toEqual([
      { panelId: 1, key: '1-a', unchanged: known['1-a'] },
    ]);
  });

  it('is refused when it is none', async () => {
    const { server, sent } = await aBackend(['up']);
    const tag = 'a'.repeat(22);
    for (const known of [
      [tag],
      { 1: `${tag}a` },
      { 1: '"}\n'.repeat(7) },
      { 1: 1 },
      { 1: { $ne: '' } },
      { ['x'.repeat(1_001)]: tag },
      Object.fromEntries(Array.from({ length: 51 }, (_, key) => [key, tag])),
    ]) {
      const { status, bytes } = await ask(
        server,
        { known },
        { encoding: 'identity' },
      );
      expect(status).toBe(400);
      expect(String(bytes)).toContain('known');
    }
    expect(rangeQueries(sent)).toEqual([]);
  });

  it('is no way to the prototype of objects', async () => {
    const { server } = await aBackend(['up']);
    const known = JSON.parse(
      `{"__proto__":"${'a'.repeat(22)}","constructor":"${'b'.repeat(22)}"}`,
    );
    const { lines } = await ask(server, {
      panels: [
        { id: 1, key: '__proto__', variables: {} },
        { id: 1, key: 'toString', variables: {} },
      ],
      known,
    });
    expect(lines).toMatchObject([{ frames: [{}] }, { frames: [{}] }]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

it('tells how long each step before the first line took', async () => {
  const { server } = await aBackend(['up']);
  const { headers } = await ask(server);
  expect(headers['server-timing']).toMatch(
    /^auth;dur=[\d.]+, entity;dur=[\d.]+, dashboard;dur=[\d.]+, plan;dur=[\d.]+$/,
  );
});

it('is an error like any other when it fails before the first line', async () => {
  const { server } = await aBackend(['up']);
  const { status, headers } = await ask(
    server,
    { range: { from: TO, to: TO } },
    { encoding: 'gzip' },
  );
  expect(status).toBe(400);
  expect(headers['content-type']).toMatch('application/json');
});
