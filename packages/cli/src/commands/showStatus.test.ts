import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Sandbox } from '../__testUtils__/Sandbox';
import { anEntity, anOpenSlo } from '../__testUtils__/samples';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';

jest.setTimeout(60_000);

const MINUTE = 60;
const DAY = 86_400;

/** A minute ago, at a time that is on no border of a window or step. */
const now = Math.floor(Date.now() / 1_000 / MINUTE) * MINUTE - MINUTE + 7;

/** Counts events a minute, as a counter with a sample a minute. */
function aCounter(
  labels: string,
  perMinute: (minutesAgo: number) => number,
): string[] {
  const lines: string[] = [];
  let value = 0;
  for (let time = now - 32 * DAY; time <= now; time += MINUTE) {
    value += perMinute((now - time) / MINUTE);
    lines.push(`requests_total{${labels}} ${value} ${time}`);
  }
  return lines;
}

const SAMPLES = `# TYPE requests counter
${[
  // One in two thousand fails: half of the budget of 99.9 %.
  ...aCounter('service="media",code="200"', () => 1_999),
  ...aCounter('service="media",code="500"', () => 1),
  // In the last hour, every third one.
  ...aCounter('service="shop",code="200"', () => 200),
  ...aCounter('service="shop",code="500"', ago => (ago < 60 ? 100 : 0)),
].join('\n')}
# TYPE http_server_request_duration_seconds_count unknown
${Array.from({ length: 1_440 }, (_, minute) => {
  const time = now - (1_440 - minute) * MINUTE;
  return `http_server_request_duration_seconds_count{service="api",http_response_status_code="200"} ${
    10 * minute
  } ${time}`;
}).join('\n')}
# EOF
`;

function sloOf(service: string): string {
  return anOpenSlo()
    .replace(/service="media"/g, `service="${service}"`)
    .replace('service: media', `service: ${service}`);
}

describe('sightline slo status, on a real Prometheus', () => {
  let prometheus: TestPrometheus;
  let sandbox: Sandbox;

  beforeAll(async () => {
    prometheus = await TestPrometheus.start({ openMetrics: SAMPLES });
  });

  afterAll(() => prometheus?.stop());

  beforeEach(async () => {
    sandbox = await Sandbox.create({
      'slos.yaml': [sloOf('media'), sloOf('shop'), sloOf('gone')]
        .map((text, index) => text.replace(/: uploads/g, `: uploads-${index}`))
        .join('---\n'),
    });
  });

  afterEach(() => sandbox.remove());

  const status = (args: string[], options: { isInteractive?: boolean } = {}) =>
    sandbox.run(['slo', 'status', '--prometheus', prometheus.url, ...args], {
      now: new Date(now * 1_000),
      ...options,
    });

  it('shows a table, the most urgent first, and why', async () => {
    const { code, out, err } = await status(['slos.yaml']);
    expect(err).toBe('');
    expect(code).toBe(0);
    const [head, ...lines] = out.split('\n');
    expect(head).toMatch(
      /^STATE +SERVICE +SLO +SLI +OBJECTIVE +WINDOW +BUDGET LEFT +MINUTES +EVENTS +BURN +GONE IN$/,
    );
    expect(lines[0]).toMatch(
      /^burning +shop +uploads-1 +99\.\d+% +99\.9% +30d/,
    );
    expect(lines[1]).toMatch(/^no-data +gone +uploads-2 +- +99\.9% +30d +- +-/);
    expect(lines[2]).toMatch(
      /^ok +media +uploads-0 +99\.95% +99\.9% +30d +50% +21\.6 +43\d{3} +0\.5x of 1x in 3d +/,
    );
    expect(out).toMatch(/^shop uploads-1: /m);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('answers as JSON, with the very figures', async () => {
    const { out } = await status(['slos.yaml', '--format', 'json']);
    const { measuredAt, slos } = JSON.parse(out);
    expect(measuredAt).toBe(new Date(now * 1_000).toISOString());
    const media = slos.find((slo: any) => slo.id === 'uploads-0');
    expect(media.sli).toBeCloseTo(0.9995, 9);
    expect(media.budgetRemaining).toBeCloseTo(0.5, 6);
    expect(media.budgetRemainingMinutes).toBeCloseTo(21.6, 4);
  });

  it('exits with 1 when an SLO is in a state that was named', async () => {
    expect(
      (await status(['slos.yaml', '--fail-on', 'exhausted,burning'])).code,
    ).toBe(1);
    expect((await status(['slos.yaml', '--fail-on', 'stale'])).code).toBe(0);
    expect(await status(['slos.yaml', '--fail-on', 'burnt'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--fail-on has 'burnt'; expected burning, /),
    });
  });

  it('colours states on a screen only', async () => {
    expect((await status(['slos.yaml'])).out).not.toContain('\u001b');
    expect(
      (await status(['slos.yaml'], { isInteractive: true })).out,
    ).toContain('\u001b[31mburning\u001b[0m');
  });

  it('shows the others when one cannot be read', async () => {
    await sandbox.write('bad.yaml', sloOf('media').replace('0.999', '99.9'));
    const { code, out, err } = await status(['slos.yaml', 'bad.yaml']);
    expect(err).toMatch(/^bad.yaml:29:1: error/);
    expect(out).toMatch(/^burning +shop/m);
    expect(code).toBe(1);
  });

  it('looks which metrics an entity has', async () => {
    const annotations = {
      'monitoring/packs': 'http',
      'monitoring/slos': 'availability 99.9%',
    };
    await sandbox.write('api.yaml', anEntity('api', annotations));
    const found = await status(['api.yaml']);
    expect(found.err).toBe('');
    expect(found.out).toMatch(/^young +api +availability +100% /m);
    expect(found.code).toBe(0);
    await sandbox.write('none.yaml', anEntity('none', annotations));
    const { code, err } = await status(['none.yaml']);
    expect(err).toMatch(/service="none"/);
    expect(err).toMatch(
      /error: No pack of this entity has an SLI for 'availability'/,
    );
    expect(code).toBe(1);
  });
});

describe('the Prometheus that is asked', () => {
  let sandbox: Sandbox;
  let server: Server;
  let url: string;
  let asked: { authorization?: string; tenant?: string }[];
  let answer: { status: number; headers?: Record<string, string> };

  beforeEach(async () => {
    sandbox = await Sandbox.create({ 'slos.yaml': anOpenSlo() });
    asked = [];
    answer = { status: 200 };
    server = createServer((request, response) => {
      asked.push({
        authorization: request.headers.authorization,
        tenant: request.headers['x-scope-orgid'] as string,
      });
      response.writeHead(answer.status, answer.headers);
      response.end(
        JSON.stringify({
          status: 'success',
          data: { resultType: 'vector', result: [] },
        }),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await sandbox.remove();
  });

  const status = (args: string[], env: Record<string, string> = {}) =>
    sandbox.run(['slo', 'status', 'slos.yaml', '--prometheus', url, ...args], {
      env,
    });

  it('is told who asks, by a file, the environment or headers', async () => {
    await sandbox.write('token', 'top-secret\n');
    await status(['--token-file', 'token', '--header', 'X-Scope-OrgID: media']);
    await status([], { SIGHTLINE_PROMETHEUS_TOKEN: 'other-secret' });
    await status(['--header', 'Authorization: Basic dTpw']);
    expect([...new Set(asked.map(one => JSON.stringify(one)))]).toEqual([
      '{"authorization":"Bearer top-secret","tenant":"media"}',
      '{"authorization":"Bearer other-secret"}',
      '{"authorization":"Basic dTpw"}',
    ]);
  });

  it.each([
    [
      401,
      {},
      /refused to answer without other credentials \(401\); see --token-file/,
    ],
    [500, {}, /Prometheus answered 500/],
    [
      302,
      { location: 'http://127.0.0.1:1/' },
      /redirect \(302\), which is not followed; name the URL/,
    ],
  ])(
    'answers %s: that is said, and no secret',
    async (code, headers, message) => {
      answer = { status: code, headers };
      await sandbox.write('token', 'top-secret');
      const outcome = await status(['--token-file', 'token']);
      expect(outcome.err).toMatch(message);
      expect(outcome.err).not.toContain('top-secret');
      expect(outcome.out).toBe('');
      expect(outcome.code).toBe(3);
    },
  );

  it('may be away', async () => {
    await new Promise(resolve => server.close(resolve));
    expect(await status([])).toEqual({
      code: 3,
      out: '',
      err: 'sightline: Prometheus does not answer: connection refused\n',
    });
  });

  it('without any series makes SLOs without data, not an error', async () => {
    const { code, out } = await status([]);
    expect(out).toMatch(/^no-data +media +uploads/m);
    expect(code).toBe(0);
  });

  it.each([
    [['--header', 'no-colon-secret'], /--header number 1 is no header/],
    [['--header', 'A: b\nc-secret: d'], /--header number 1 is no header/],
    [['--token-file', 'none'], /token file 'none' cannot be read: ENOENT/],
    [['--token-file', 'slos.yaml'], /more than one line/],
    [
      ['--token-file', 'token', '--header', 'authorization: x-secret'],
      /leave one out/,
    ],
    [['--timeout', '0'], /--timeout is '0'/],
    [['--prometheus', 'prometheus:9090'], /no address such as/],
    [['--prometheus', 'http://u:top-secret@x'], /holds a password/],
  ])('is not asked, given %j', async (args, message) => {
    await sandbox.write('token', 'top-secret');
    const { code, err } = await status(args);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/secret/);
    expect(code).toBe(2);
    expect(asked).toEqual([]);
  });
});
