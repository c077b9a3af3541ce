import { RequestListener } from 'node:http';
import { startUpstream, StartedUpstream } from './__testUtils__';
import { UpstreamClient, UpstreamClientOptions } from './UpstreamClient';

describe('UpstreamClient, when the upstream is back', () => {
  const clock = { now: 0 };
  let upstream: StartedUpstream;
  beforeEach(() => {
    clock.now = 0;
  });
  afterEach(() => upstream.stop());

  const clientOf = (options: Partial<UpstreamClientOptions> = {}) =>
    UpstreamClient.create({
      name: "Prometheus 'x'",
      url: upstream.url,
      headers: {},
      timeout: 5_000,
      maxResponseBytes: 100_000,
      maxConcurrent: 4,
      hasBreaker: true,
      now: () => clock.now,
      ...options,
    });

  const ok: RequestListener = (_, response) => response.end('ok');
  const ask = (client: UpstreamClient) => client.request({ path: '/x' });
  const askTimes = (client: UpstreamClient, times: number) =>
    Promise.allSettled(Array.from({ length: times }, () => ask(client)));

  it('asks it again by itself after a restart', async () => {
    upstream = await startUpstream(ok);
    const client = clientOf();
    await ask(client);
    await upstream.stop();
    await askTimes(client, 20);
    await expect(ask(client)).rejects.toMatchObject({
      message:
        "Prometheus 'x' does not answer: connection refused; it is asked again in 5 s",
      retryAfterSeconds: 5,
    });
    upstream = await startUpstream(ok, upstream.port);
    clock.now = 4_999;
    await expect(ask(client)).rejects.toThrow('it is asked again in 1 s');
    clock.now = 5_000;
    const outcomes = await askTimes(client, 20);
    expect(outcomes[0].status).toBe('fulfilled');
    expect(await ask(client)).toMatchObject({ body: 'ok' });
  });

  it('asks it less and less often while it stays away', async () => {
    let requests = 0;
    upstream = await startUpstream((_, response) => {
      requests += 1;
      response.writeHead(500).end();
    });
    const client = clientOf();
    await askTimes(client, 8);
    for (; clock.now < 120_000; clock.now += 500) {
      await ask(client).catch(() => {});
    }
    // After 5, 15, 35, 65 and 95 seconds.
    expect(requests).toBe(8 + 5);
  });

  it('asks it no more after time-outs, and at once when one is answered', async () => {
    let isSlow = true;
    upstream = await startUpstream((_, response) => {
      if (!isSlow) {
        response.end('ok');
      }
    });
    const client = clientOf({ timeout: 100, maxConcurrent: 8 });
    await askTimes(client, 8);
    await expect(ask(client)).rejects.toThrow(
      "Prometheus 'x' did not answer within 0.1 s; it is asked again in 5 s",
    );
    isSlow = false;
    clock.now = 5_000;
    await ask(client);
    expect(await ask(client)).toMatchObject({ body: 'ok' });
  });

  it('leaves it in peace for as long as it wants', async () => {
    let requests = 0;
    upstream = await startUpstream((_, response) => {
      requests += 1;
      response.writeHead(429, { 'retry-after': '20' }).end();
    });
    const client = clientOf();
    expect(await ask(client)).toMatchObject({ status: 429 });
    clock.now = 19_000;
    await expect(ask(client)).rejects.toMatchObject({ retryAfterSeconds: 1 });
    clock.now = 20_000;
    await ask(client);
    expect(requests).toBe(2);
  });

  it('goes on asking one that says nothing of when', async () => {
    upstream = await startUpstream((_, response) => {
      response.writeHead(429).end();
    });
    const client = clientOf();
    await askTimes(client, 20);
    expect(await ask(client)).toMatchObject({ status: 429 });
  });
});
