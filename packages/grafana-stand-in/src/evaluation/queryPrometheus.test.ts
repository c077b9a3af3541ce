import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prometheusDataSource } from '../routes/datasources';
import { judgeRule } from './judgeRule';
import { queryPrometheus } from './queryPrometheus';

jest.setTimeout(30_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

describe('queryPrometheus, with a real Prometheus', () => {
  let url: string;
  let folder: string;
  let prometheus: ChildProcess;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-stand-in-'));
    await writeFile(path.join(folder, 'prometheus.yml'), 'scrape_configs: []');
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    prometheus = spawn(
      'prometheus',
      ['--storage.tsdb.path=data', `--web.listen-address=127.0.0.1:${port}`],
      { cwd: folder, stdio: 'ignore' },
    );
    for (let attempt = 0; attempt < 200; attempt++) {
      const ready = await fetch(`${url}/-/ready`).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('This test needs prometheus on the PATH');
  });

  afterAll(async () => {
    const gone = once(prometheus, 'exit');
    prometheus.kill('SIGKILL');
    await gone;
    await rm(folder, { recursive: true, force: true });
  });

  const judge = (expr: string, datasourceUid = 'prom') =>
    judgeRule(
      {
        condition: 'C',
        data: [
          { refId: 'A', datasourceUid, model: { expr, instant: true } },
          {
            refId: 'C',
            datasourceUid: '__expr__',
            model: { type: 'math', expression: '$A > 1' },
          },
        ],
      },
      {
        at: new Date('2026-11-23T18:24:20Z'),
        query: queryPrometheus([
          prometheusDataSource(url),
          { ...prometheusDataSource('http://127.0.0.1:1'), uid: 'dead' },
        ]),
      },
    );

  it.each([
    ['vector(2)', 'Alerting', { A: 2, C: 1 }],
    ['1', 'Normal', { A: 1, C: 0 }],
    ['vector(+Inf)', 'Alerting', { A: Infinity, C: 1 }],
    ['vector(0) / 0', 'Alerting', { A: NaN, C: NaN }],
    ['vector(time()) - 1795458259', 'Normal', { A: 1, C: 0 }],
  ])(
    'judges %s at the moment of the evaluation',
    async (expr, state, values) => {
      expect(await judge(expr)).toEqual({
        kind: 'series',
        series: [{ labels: {}, state, values }],
      });
    },
  );

  it('finds no data where there are no series', async () => {
    expect(await judge('nothing')).toEqual({
      kind: 'noData',
      refId: 'A',
      datasourceUid: 'prom',
    });
  });

  it.each([
    ['up{{{', 'prom', /\[A\]: bad_data: .*parse error: unexpected left brace/],
    ['up', 'dead', /\[A\]: Post ".*query": dial tcp .*connection refused$/],
    ['up', 'nope', /^failed to build query 'A': data source not found$/],
  ])('tells why %s to %s failed', async (expr, source, message) => {
    expect(await judge(expr, source)).toMatchObject({
      kind: 'error',
      message: expect.stringMatching(message),
    });
  });
});
