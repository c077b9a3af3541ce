import { STAND_IN_TOKENS } from '../http/identities';
import { RunningStandIn, startGrafanaStandIn } from '../startGrafanaStandIn';
import { Fault, FaultPlan } from './types';

const DASHBOARDS =
  '/apis/dashboard.grafana.app/v1beta1/namespaces/default/dashboards';

describe('faults', () => {
  let grafana: RunningStandIn;

  const start = async (choose: FaultPlan['choose'], seed = 1) => {
    grafana = await startGrafanaStandIn({
      port: 0,
      prometheusUrl: 'http://prometheus.example:9090',
      evaluate: false,
      faults: { seed, choose },
    });
  };
  const always = (fault: Fault) => start(() => fault);

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${grafana.url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${STAND_IN_TOKENS.editor}`,
        'content-type': 'application/json',
      },
    });
  const post = (path: string, body: unknown, signal?: AbortSignal) =>
    call(path, { method: 'POST', body: JSON.stringify(body), signal });
  const save = (signal?: AbortSignal) =>
    post(
      '/api/dashboards/db',
      { dashboard: { uid: 'd1', title: 'D' } },
      signal,
    );
  const uids = () => grafana.snapshot().dashboards.map(({ uid }) => uid);

  afterEach(() => grafana.close());

  it.each([
    [409, DASHBOARDS, { kind: 'Status', reason: 'Conflict', code: 409 }],
    [429, DASHBOARDS, { kind: 'Status', reason: 'TooManyRequests' }],
    [500, DASHBOARDS, { kind: 'Status', message: 'database is locked' }],
    [412, '/api/dashboards/db', { status: 'version-mismatch' }],
    [500, '/api/folders', { message: 'database is locked' }],
    [
      409,
      '/api/v1/provisioning/mute-timings',
      { messageId: 'alerting.notifications.conflict' },
    ],
    [
      500,
      '/api/v1/provisioning/contact-points',
      { message: 'Internal Server Error' },
    ],
  ] as const)(
    'fails with %i at %s as Grafana does',
    async (status, path, body) => {
      await always({ kind: 'fail', status });
      const answer = await post(path, { metadata: { name: 'd1' } });
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject(body);
      expect(uids()).toEqual([]);
    },
  );

  it('names the time after which to try again', async () => {
    await always({ kind: 'fail', status: 429, retryAfter: 7 });
    expect((await save()).headers.get('retry-after')).toBe('7');
  });

  it('does what is asked for and says that it failed', async () => {
    await always({ kind: 'fail', status: 500, after: true });
    expect((await save()).status).toBe(500);
    expect(uids()).toEqual(['d1']);
  });

  it.each([
    [false, []],
    [true, ['d1']],
  ])('hangs until the client gives up, done: %s', async (after, expected) => {
    await always({ kind: 'hang', after });
    await expect(save(AbortSignal.timeout(100))).rejects.toThrow();
    expect(uids()).toEqual(expected);
  });

  it.each([
    [false, []],
    [true, ['d1']],
  ])('closes the connection, done: %s', async (after, expected) => {
    await always({ kind: 'close', after });
    await expect(save()).rejects.toThrow('fetch failed');
    expect(uids()).toEqual(expected);
  });

  it('answers with half of the JSON', async () => {
    await always({ kind: 'truncate' });
    const text = await (await save()).text();
    expect(text.length).toBeGreaterThan(10);
    expect(() => JSON.parse(text)).toThrow();
    expect(uids()).toEqual(['d1']);
  });

  it('is slow', async () => {
    await always({ kind: 'slow', milliseconds: 60 });
    const began = performance.now();
    expect((await save()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(55);
  });

  it('takes a stale version in a race', async () => {
    await always({ kind: 'race' });
    await save();
    expect((await save()).status).toBe(200);
    grafana.faults.pause();
    expect((await save()).status).toBe(412);
  });

  it('goes wrong in the same way for the same seed, whatever the order', async () => {
    const paths = [...Array(20).keys()].map(index => `/api/folders/f${index}`);
    const statuses = async (order: string[]) => {
      await start(random =>
        random() < 0.5 ? { kind: 'fail', status: 503 } : undefined,
      );
      const answers = await Promise.all(
        order.map(async path => [path, (await call(path)).status] as const),
      );
      await grafana.close();
      return new Map(answers);
    };
    const first = await statuses(paths);
    const second = await statuses([...paths].reverse());
    await always({ kind: 'race' });
    expect(new Map([...second].reverse())).toEqual(first);
    expect(new Set(first.values())).toEqual(new Set([403, 503]));
  });
});
