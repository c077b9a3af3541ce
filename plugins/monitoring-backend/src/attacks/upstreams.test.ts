import { once } from 'node:events';
import { createServer, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { component, entityUrl, startMonitoringBackend } from '../__testUtils__';

const TO = 1_800_003_600_000;
const RANGE = { from: TO - 3_600_000, to: TO };
const EMPTY = '{"status":"success","data":{"resultType":"matrix","result":[]}}';
const NONE = EMPTY.replace('matrix', 'vector');
const CHUNK = Buffer.alloc(64 * 1_024, ' ');
const BOMB = gzipSync(Buffer.alloc(100_000_000, ' '));

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

type Answer = (response: ServerResponse) => void;

/** An upstream whose ranges are answered as told, and a backend that asks it. */
async function against(
  answer: Answer,
  options: { limits?: object; others?: Answer } = {},
) {
  const { limits, others = response => response.end(NONE) } = options;
  let asked = 0;
  const server = createServer((incoming, response) => {
    incoming.resume();
    if (incoming.url?.endsWith('query_range')) {
      asked += 1;
      answer(response);
    } else {
      others(response);
    }
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const backend = await startMonitoringBackend({
    entities: [component('ingestor')],
    prometheus: {
      url: `http://127.0.0.1:${port}`,
      scope: [{ label: 'team', from: 'spec.owner' }],
      limits: { timeout: '1s', maxResponseBytes: 1_000_000, ...limits },
    },
  });
  return {
    explore: (expression: string) =>
      request(backend)
        .post(entityUrl('ingestor', '/explore/query'))
        .send({ expression, range: RANGE }),
    asked: () => asked,
  };
}

it.each<[string, Answer]>([
  [
    'by gzip',
    response =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  ],
  [
    'without an end',
    response => {
      const more = () => {
        while (!response.destroyed && response.write(CHUNK)) {
          // As much as is taken.
        }
        response.once('drain', more);
      };
      more();
    },
  ],
])('C06 · is not read to the end when it is huge %s', async (_how, answer) => {
  const { explore } = await against(answer, { limits: { timeout: '20s' } });
  const before = process.memoryUsage().rss;
  const { status, body } = await explore('up');
  expect(status).toBe(503);
  expect(body.error.message).toMatch(/more than 1000000 bytes/);
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
});

it.each<[string, Answer]>([
  ['never begins', () => {}],
  [
    'sends a byte now and then',
    response => {
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
    },
  ],
  ['stalls', response => response.writeHead(200).write('{"status":"succ')],
])(
  'C07 · is waited for no longer than its deadline when it %s',
  async (_how, answer) => {
    const { explore } = await against(answer);
    const begun = performance.now();
    const { status, body } = await explore('up');
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(status).toBe(503);
    expect(body.error.message).toMatch(/did not answer within 1 s/);
  },
);

it('C08 · that fails is left in peace, says when to ask again, and is asked again by itself', async () => {
  let isDown = true;
  const answerWith = (text: string) => (response: ServerResponse) =>
    isDown ? response.writeHead(500).end('down') : response.end(text);
  const { explore, asked } = await against(answerWith(EMPTY), {
    others: answerWith(NONE),
  });
  const statuses: number[] = [];
  let last;
  for (let index = 0; index < 20; index += 1) {
    last = await explore(`up + ${index}`);
    statuses.push(last.status);
  }
  expect(new Set(statuses)).toEqual(new Set([503]));
  expect(asked()).toBeLessThan(12);
  const seconds = Number(last?.headers['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  isDown = false;
  await wait(seconds * 1_000 + 200);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await explore('up')).status === 200) {
      break;
    }
    await wait(200);
  }
  expect((await explore('up + 100')).status).toBe(200);
});

it('C09 · has one person’s requests wait in a queue with an end, and refuses more', async () => {
  let underWay = 0;
  let most = 0;
  const { explore } = await against(
    response => {
      underWay += 1;
      most = Math.max(most, underWay);
      response.on('close', () => {
        underWay -= 1;
      });
      setTimeout(() => response.end(EMPTY), 100);
    },
    { limits: { maxConcurrent: 4, timeout: '5s' } },
  );
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => explore(`up + ${index}`)),
  );
  expect(most).toBeLessThanOrEqual(4);
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(200);
  for (const { headers } of refused) {
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  expect((await explore('up')).status).toBe(200);
});
