import {
  startUpstream,
  StartedUpstream,
} from '../../sources/http/__testUtils__';
import { DefaultPrometheusClient } from '../../sources';
import { SharingPrometheusClient } from './SharingPrometheusClient';

/** What is asked of a real server, which answers nothing. */
describe('cancelling a shared question', () => {
  let upstream: StartedUpstream;
  let arrived: string[];
  let gone: string[];
  let client: SharingPrometheusClient;

  beforeEach(async () => {
    arrived = [];
    gone = [];
    upstream = await startUpstream((request, response) => {
      let body = '';
      request.on('data', chunk => (body += chunk));
      request.on('end', () => {
        const query = new URLSearchParams(body).get('query')!;
        arrived.push(query);
        response.on('close', () => gone.push(query));
      });
    });
    client = SharingPrometheusClient.create({
      client: DefaultPrometheusClient.fromConfig({
        id: 'x',
        url: upstream.url,
        scope: [],
        auth: { method: 'none' },
        limits: {
          timeout: 10_000,
          maxSeries: 10,
          maxConcurrent: 1,
          maxResponseBytes: 100_000,
        },
      }),
      now: Date.now,
    });
  });
  afterEach(() => upstream.stop());

  function ask(query: string) {
    const leaver = new AbortController();
    const outcome = client
      .query({ query }, { signal: leaver.signal })
      .catch((error: Error) => error.name);
    return { leave: () => leaver.abort(), outcome };
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  it('ends it upstream when the last one leaves, and not before', async () => {
    const [first, second] = [ask('up'), ask('up')];
    await until(() => arrived.length === 1);
    first.leave();
    expect(await first.outcome).toBe('AbortError');
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(gone).toEqual([]);
    second.leave();
    await until(() => gone.length === 1);
    expect(arrived).toEqual(['up']);
  });

  it('never asks what all have left that waited for a slot', async () => {
    const first = ask('first');
    await until(() => arrived.length === 1);
    const left = [ask('left'), ask('left')];
    const last = ask('last');
    left.forEach(({ leave }) => leave());
    await Promise.all(left.map(({ outcome }) => outcome));
    first.leave();
    await until(() => arrived.length === 2);
    expect(arrived).toEqual(['first', 'last']);
    last.leave();
  });
});
