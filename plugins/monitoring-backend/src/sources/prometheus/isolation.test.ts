import { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startUpstream, StartedUpstream } from '../http/__testUtils__';
import { DefaultPrometheusClient } from './DefaultPrometheusClient';

const BOMB = gzipSync(Buffer.alloc(20_000_000, ' '));
const ROUNDS = 5;
const QUERIES = 30;
const SLOTS = 10;
/** All servers and clients are in one process, so load is kept small. In milliseconds. */
const PAUSE = 500;

jest.setTimeout(120_000);

const healthy: RequestListener = (_, response) => {
  response.end(
    JSON.stringify({
      status: 'success',
      data: { resultType: 'vector', result: [] },
    }),
  );
};

const clientOf = ({ url }: StartedUpstream) =>
  DefaultPrometheusClient.fromConfig({
    id: 'x',
    url,
    scope: [],
    auth: { method: 'none' },
    limits: {
      timeout: 1_000,
      maxSeries: 100,
      maxConcurrent: SLOTS,
      maxResponseBytes: 1_000_000,
    },
  });

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function measure(client: DefaultPrometheusClient): Promise<number[]> {
  const times = [];
  for (let n = 0; n < QUERIES; n += 1) {
    const startedAt = performance.now();
    await client.query({ query: 'up' });
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** Twice as many callers as there are slots, who ask again and again until told to stop. */
function pester(client: DefaultPrometheusClient): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const ask = async () => {
    await client.query({ query: 'up' }, { signal }).catch(() => {});
    if (!signal.aborted) {
      setTimeout(ask, PAUSE);
    }
  };
  Array.from({ length: 2 * SLOTS }, ask);
  return () => stop.abort();
}

describe('a Prometheus beside another that misbehaves', () => {
  const upstreams: StartedUpstream[] = [];
  afterEach(async () => {
    await Promise.all(upstreams.splice(0).map(one => one.stop()));
  });

  it.each<[string, RequestListener]>([
    ['hangs', () => {}],
    ['stalls in the middle', (_, response) => response.write('{')],
    ['hangs up', request => request.socket.destroy()],
    ['fails', (_, response) => response.writeHead(500).end()],
    [
      'bombs',
      (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB);
      },
    ],
  ])('answers as fast as alone when that one %s', async (_, listener) => {
    const [good, bad] = await Promise.all([
      startUpstream(healthy),
      startUpstream(listener),
    ]);
    upstreams.push(good, bad);
    const client = clientOf(good);
    const other = clientOf(bad);
    await measure(client);
    const rounds: { alone: number; beside: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const alone = median(await measure(client));
      const stop = pester(other);
      await new Promise(resolve => setTimeout(resolve, PAUSE / 2));
      rounds.push({ alone, beside: median(await measure(client)) });
      stop();
    }
    // Whatever else this machine does slows down some of them; what is not isolated, all.
    const excess = rounds.map(({ alone, beside }) => beside - 1.5 * alone);
    expect(Math.min(...excess)).toBeLessThan(3);
  });
});
