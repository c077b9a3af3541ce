import {
  createServer,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { UpstreamClient, UpstreamClientOptions } from './UpstreamClient';

describe('UpstreamClient', () => {
  let server: Server | undefined;

  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise(resolve =>
      server ? server.close(resolve) : resolve(undefined),
    );
    server = undefined;
  });

  async function upstream(
    listener: RequestListener,
    options: Partial<UpstreamClientOptions> = {},
  ): Promise<UpstreamClient> {
    const started = createServer(listener);
    server = started;
    await new Promise<void>(resolve =>
      started.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = started.address() as AddressInfo;
    return UpstreamClient.create({
      name: "Prometheus 'x'",
      url: `http://127.0.0.1:${port}`,
      headers: {},
      timeout: 5_000,
      maxResponseBytes: 100_000,
      maxConcurrent: 2,
      ...options,
    });
  }

  it.each([
    [undefined, /gzip/],
    [true, /gzip/],
    [false, /^identity$/],
  ])('asks for compressed answers: %s', async (compression, encodings) => {
    let asked: string | undefined;
    const client = await upstream(
      (request, response) => {
        asked = request.headers['accept-encoding'] as string;
        response.end('{}');
      },
      { compression },
    );
    await client.request({ path: '/x' });
    expect(asked).toMatch(encodings);
  });

  it.each([301, 302, 303, 307, 308])(
    'refuses to follow a %s, and names no address',
    async status => {
      let requests = 0;
      const client = await upstream((_, response) => {
        requests += 1;
        response
          .writeHead(status, { location: 'http://169.254.169.254/latest' })
          .end();
      });
      await expect(client.request({ path: '/x' })).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(
          /^(?!.*169).*redirect \(30\d\), which is not followed/,
        ),
      });
      expect(requests).toBe(1);
    },
  );

  it('says for how long the upstream wants to be left in peace', async () => {
    const client = await upstream((_, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end('busy');
    });
    expect(await client.request({ path: '/x' })).toEqual({
      status: 429,
      body: 'busy',
      retryAfter: '7',
      answeredAt: expect.any(Number),
    });
  });

  it('counts bytes after decompression', async () => {
    const client = await upstream((_, response) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync('a'.repeat(10_000_000)));
    });
    await expect(client.request({ path: '/x' })).rejects.toThrow(
      "Prometheus 'x' answered more than 100000 bytes",
    );
  });

  it('holds no more than four of the largest answers at once', async () => {
    const held: ServerResponse[] = [];
    let isReleased = false;
    const client = await upstream(
      (_, response) => {
        response.write('a'.repeat(90_000));
        held.push(response);
        if (isReleased) {
          response.end('b');
        }
      },
      { maxConcurrent: 10 },
    );
    const first = Array.from({ length: 4 }, () =>
      client.request({ path: '/x' }),
    );
    const fifth = client.request({ path: '/x' });
    await expect(Promise.race([...first, fifth])).rejects.toMatchObject({
      message:
        "Prometheus 'x' sends too many large answers at once; ask for less, or try again in a moment",
      retryAfterSeconds: 5,
    });
    held.forEach(response => response.end('b'));
    const outcomes = await Promise.allSettled([...first, fifth]);
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(4);
    isReleased = true;
    const later = await client.request({ path: '/x' });
    expect(later.body).toHaveLength(90_001);
  });

  it('stops a body that never ends', async () => {
    let closed: Promise<void> | undefined;
    const client = await upstream((_, response) => {
      closed = new Promise(resolve => response.on('close', () => resolve()));
      const more = () => {
        while (!response.destroyed && response.write('a'.repeat(1_000)));
      };
      response.on('drain', more);
      more();
    });
    await expect(client.request({ path: '/x' })).rejects.toThrow(
      'answered more than 100000 bytes',
    );
    await closed;
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => {}],
    [
      'stalls in the body',
      (_, response) => {
        response.write('{');
      },
    ],
  ])('gives up at the deadline when the upstream %s', async (_, listener) => {
    const client = await upstream(listener, { timeout: 100 });
    await expect(client.request({ path: '/x' })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: "Prometheus 'x' did not answer within 0.1 s",
    });
  });

  it('counts the time in the queue towards the deadline', async () => {
    const client = await upstream(() => {}, {
      timeout: 100,
      maxConcurrent: 1,
    });
    const answers = await Promise.allSettled([
      client.request({ path: '/1' }),
      client.request({ path: '/2' }),
      client.request({ path: '/3' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(
      Array(3).fill('rejected'),
    );
  });

  it('has no more requests under way than configured', async () => {
    let underWay = 0;
    let most = 0;
    const client = await upstream((_, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setImmediate(() => {
        underWay -= 1;
        response.end('ok');
      });
    });
    await Promise.all(
      Array.from({ length: 20 }, () => client.request({ path: '/x' })),
    );
    expect(most).toBeLessThanOrEqual(2);
  });

  it('refuses more when too many wait', async () => {
    const client = await upstream(() => {}, { maxConcurrent: 1 });
    const giveUp = new AbortController();
    const waiting = Array.from({ length: 21 }, () =>
      client.request({ path: '/x', signal: giveUp.signal }),
    );
    const outcomes = Promise.allSettled(waiting);
    await expect(client.request({ path: '/x' })).rejects.toThrow(
      'too many requests of ours waiting',
    );
    await expect(
      client.request({ path: '/x', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    giveUp.abort();
    await outcomes;
  });

  it('does not count those who gave up among those who wait', async () => {
    const client = await upstream(() => {}, { maxConcurrent: 1 });
    const stay = new AbortController();
    const underWay = client.request({ path: '/x', signal: stay.signal });
    for (let wave = 0; wave < 3; wave += 1) {
      const leave = new AbortController();
      const gone = Array.from({ length: 19 }, () =>
        client.request({ path: '/x', signal: leave.signal }),
      );
      leave.abort();
      const outcomes = await Promise.allSettled(gone);
      expect(outcomes).toEqual(
        Array(19).fill({
          status: 'rejected',
          reason: expect.objectContaining({ name: 'AbortError' }),
        }),
      );
    }
    stay.abort();
    await expect(underWay).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives the place of one who gave up to the next', async () => {
    const paths: string[] = [];
    let arrived = () => {};
    const first = new Promise<void>(resolve => {
      arrived = resolve;
    });
    const client = await upstream(
      (request, response) => {
        paths.push(`${request.url}`);
        arrived();
        if (request.url !== '/1') {
          response.end('ok');
        }
      },
      { maxConcurrent: 1 },
    );
    const one = new AbortController();
    const two = new AbortController();
    const requests = Promise.allSettled([
      client.request({ path: '/1', signal: one.signal }),
      client.request({ path: '/2', signal: two.signal }),
      client.request({ path: '/3' }),
    ]);
    await first;
    two.abort();
    one.abort();
    expect((await requests).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(paths).toEqual(['/1', '/3']);
  });

  it('asks nothing for a caller that is already gone', async () => {
    const asked = jest.fn();
    const client = await upstream(asked);
    await expect(
      client.request({ path: '/x', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).not.toHaveBeenCalled();
  });

  it('ends the request when the caller gives up', async () => {
    const giveUp = new AbortController();
    let closed: Promise<void> | undefined;
    const client = await upstream((_, response) => {
      closed = new Promise(resolve => response.on('close', () => resolve()));
      giveUp.abort();
    });
    await expect(
      client.request({ path: '/x', signal: giveUp.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await closed;
  });

  it('says that nothing listens, without the address', async () => {
    const client = await upstream(() => {});
    await new Promise(resolve => server?.close(resolve));
    await expect(client.request({ path: '/x' })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: "Prometheus 'x' does not answer: connection refused",
    });
  });

  it('says that the connection was closed', async () => {
    const client = await upstream(request => request.socket.destroy());
    await expect(client.request({ path: '/x' })).rejects.toThrow(
      /^Prometheus 'x' does not answer: connection (closed|reset)$/,
    );
  });
});
