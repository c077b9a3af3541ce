import { RequestListener, ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import { PrometheusConfig } from '../../config';
import { startUpstream, StartedUpstream } from '../http/__testUtils__';
import { DefaultPrometheusClient } from './DefaultPrometheusClient';

const TIMEOUT = 400;
const MAX_BYTES = 1_000_000;
const HUNDRED_MEGABYTES = 100_000_000;
const CHUNK = Buffer.alloc(64 * 1_024, ' ');

/** A hundred megabytes in a tenth of one. */
const BOMB = gzipSync(Buffer.alloc(HUNDRED_MEGABYTES, ' '));
/** Ten megabytes in a few hundred bytes. */
const CHAIN = deflateSync(deflateSync(deflateSync(Buffer.alloc(10_000_000))));

const answer = (status: number, body: string, headers: object = {}) =>
  ((_, response) => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(body);
  }) satisfies RequestListener;

/** Sends as much as is taken, and no more than that. */
function pour(response: ServerResponse, bytes: number): void {
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= CHUNK.length;
      if (!response.write(CHUNK)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

describe('a Prometheus that misbehaves', () => {
  let upstream: StartedUpstream | undefined;
  afterEach(async () => {
    await upstream?.stop();
    upstream = undefined;
  });

  async function client(
    listener: RequestListener,
    limits: Partial<PrometheusConfig['limits']> = {},
  ) {
    upstream = await startUpstream(listener);
    return clientOf(upstream.url, limits);
  }

  function clientOf(
    url: string,
    limits: Partial<PrometheusConfig['limits']> = {},
  ) {
    return DefaultPrometheusClient.fromConfig({
      id: 'x',
      url,
      scope: [],
      auth: { method: 'none' },
      limits: {
        timeout: TIMEOUT,
        maxSeries: 100,
        maxConcurrent: 4,
        maxResponseBytes: MAX_BYTES,
        ...limits,
      },
    });
  }

  const NOT_IN_TIME = /^Prometheus 'x' did not answer within 0.4 s$/;
  const LOST = /^Prometheus 'x' does not answer: connection (closed|reset)$/;
  const TOO_LARGE = /^Prometheus 'x' answered more than 1000000 bytes; ask for/;
  const NO_JSON =
    /^Prometheus 'x' answered 200 with something that is not JSON; check its/;

  it.each<[string, RequestListener, RegExp]>([
    ['sends no headers', () => {}, NOT_IN_TIME],
    [
      'sends a byte now and then',
      (_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      },
      NOT_IN_TIME,
    ],
    [
      'stalls in the middle',
      (_, response) => response.writeHead(200).write('{"status":"succ'),
      NOT_IN_TIME,
    ],
    ['hangs up at once', request => request.socket.destroy(), LOST],
    [
      'hangs up in the middle',
      (request, response) => {
        response.writeHead(200).write('{"status":"succ', () => {
          request.socket.resetAndDestroy();
        });
      },
      LOST,
    ],
    [
      'promises more than it sends',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{}', () => response.destroy());
      },
      LOST,
    ],
    ['sends half an answer', answer(200, '{"status":"success","da'), NO_JSON],
    ['sends nothing', answer(200, ''), NO_JSON],
    ['sends noise', answer(200, '\u0000\ufffd}{]['), NO_JSON],
    ['sends a page', answer(200, '<html>Sign in</html>'), NO_JSON],
    ['sends a text', answer(200, '"ok"'), /answered 200 without a result; /],
    ['sends null', answer(200, 'null'), /answered 200 without a result; /],
    [
      'sends an answer without data',
      answer(200, '{"status":"success"}'),
      /answered a result of an unexpected type \(none\)/,
    ],
    ...[
      '[null]',
      '["up"]',
      '[{}]',
      '[{"metric":null,"values":[]}]',
      '[{"metric":{},"value":7}]',
      '[{"metric":{},"values":"many"}]',
      '[{"metric":{},"values":[[1,"2"],null]}]',
      '[{"metric":{},"values":[[[[1]],"2"]]}]',
      '[{"metric":{},"value":["1","2"]}]',
      '[{"metric":{"a":{"b":"c"}},"values":[[1,"2"]]}]',
    ].map((result): [string, RequestListener, RegExp] => [
      `sends ${result} for series`,
      answer(
        200,
        `{"status":"success","data":{"resultType":"matrix","result":${result}}}`,
      ),
      /^Prometheus 'x' answered series that are none; check that its URL is/,
    ]),
    [
      'bombs by gzip',
      (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB);
      },
      TOO_LARGE,
    ],
    [
      'bombs by a chain',
      (_, response) => {
        response
          .writeHead(200, { 'content-encoding': 'deflate, deflate, deflate' })
          .end(CHAIN);
      },
      /compressed more than once, which is not read$/,
    ],
    [
      'bombs by a long chain',
      (_, response) => {
        const codings = Array(100).fill('gzip').join(', ');
        response.writeHead(200, { 'content-encoding': codings }).end('x');
      },
      /compressed more than once, which is not read$|does not answer/,
    ],
    [
      'says that it compressed what it did not',
      answer(200, '{"status":"success"}', { 'content-encoding': 'gzip' }),
      /^Prometheus 'x' does not answer: its body cannot be decompressed$/,
    ],
    [
      'sends 100 MB',
      (_, response) => pour(response.writeHead(200), HUNDRED_MEGABYTES),
      TOO_LARGE,
    ],
    [
      'announces 100 MB',
      (_, response) => {
        const length = String(HUNDRED_MEGABYTES);
        response.writeHead(200, { 'content-length': length }).write('{');
      },
      TOO_LARGE,
    ],
    [
      'has too much to do, and says until when',
      answer(429, '{}', { 'retry-after': '7' }),
      /^Prometheus 'x' takes no requests at the moment \(429\); try again in 7 s$/,
    ],
    [
      'has too much to do, and would be asked again in a year',
      answer(429, '{}', { 'retry-after': '31536000' }),
      /^Prometheus 'x' takes no requests at the moment \(429\); try again in 300 s$/,
    ],
    [
      'has too much to do',
      answer(429, 'slow down'),
      /^Prometheus 'x' takes no requests at the moment \(429\); try again in a moment$/,
    ],
    [
      'fails',
      answer(500, '{"status":"error","errorType":"internal","error":"oh no"}'),
      /^Prometheus 'x' answered 500: oh no$/,
    ],
    [
      'fails as a page',
      answer(502, '<html>Bad gateway at 10.0.0.1</html>'),
      /^Prometheus 'x' answered 502$/,
    ],
    [
      'is starting',
      answer(503, 'Service Unavailable'),
      /^Prometheus 'x' answered 503: Service Unavailable$/,
    ],
  ])('that %s is one clear error in time', async (_, listener, message) => {
    const one = await client(listener);
    const startedAt = performance.now();
    await expect(one.query({ query: 'up' })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(message),
    });
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT + 1_000);
  });

  it('that is down is one clear error', async () => {
    const one = await client(() => {});
    await upstream?.stop();
    await expect(one.query({ query: 'up' })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: "Prometheus 'x' does not answer: connection refused",
    });
  });

  it('whose name nobody knows is one clear error', async () => {
    const one = clientOf('http://prometheus.invalid', { timeout: 10_000 });
    await expect(one.query({ query: 'up' })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /^Prometheus 'x' does not answer: host name (not found|could not be looked up)$/,
      ),
    });
  });

  it('that sends large answers to many takes little memory', async () => {
    const maxResponseBytes = 8_000_000;
    const one = await client(
      (_, response) => pour(response.writeHead(200), HUNDRED_MEGABYTES),
      { maxConcurrent: 20, maxResponseBytes, timeout: 30_000 },
    );
    const held = () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = held();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, held() - before);
    }, 2);
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, () => one.query({ query: 'up' })),
    );
    clearInterval(watch);
    const messages = answers.map(outcome =>
      outcome.status === 'rejected' ? outcome.reason.message : 'answered',
    );
    expect(
      messages.filter(text => !/more than 8000000|too many large/.test(text)),
    ).toEqual([]);
    // Of 4 GB: four largest answers, as chunks and as text, and what was not collected yet.
    expect(most).toBeLessThan(300_000_000);
  });
});
