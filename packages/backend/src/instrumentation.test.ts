import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(30_000);

/** Counts something as a plugin would, and prints what is offered, or why nothing is. */
const PROGRAM = `
  const { metrics } = require('@opentelemetry/api');
  metrics.getMeter('test').createCounter('sightline_test').add(2);
  setTimeout(async () => {
    const page = await fetch(process.argv[1]).then(
      answer => answer.text(),
      error => 'not offered: ' + error.cause.code,
    );
    console.log(page);
    process.exit();
  }, 200);
`;

async function run(env: Record<string, string>, port: number) {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--require',
      join(__dirname, 'instrumentation.js'),
      '--eval',
      PROGRAM,
      `http://127.0.0.1:${port}/metrics`,
    ],
    { cwd: __dirname, env: { PATH: process.env.PATH, ...env } },
  );
  return { stdout, stderr };
}

async function listen() {
  const server = createServer(socket => socket.destroy()).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  server.close();
  await once(server, 'close');
  return port;
}

describe('instrumentation', () => {
  it('offers what plugins count', async () => {
    const port = await freePort();
    const { stdout, stderr } = await run(
      { SIGHTLINE_METRICS_PORT: String(port) },
      port,
    );
    expect(stdout).toMatch(/^sightline_test_total(\{[^}]*\})? 2$/m);
    expect(stderr).toBe('');
  });

  it('opens no port when it is switched off', async () => {
    const { stdout, stderr } = await run(
      { SIGHTLINE_METRICS_PORT: 'off' },
      await freePort(),
    );
    expect(stdout).toBe('not offered: ECONNREFUSED\n');
    expect(stderr).toBe('');
  });

  it('does not keep the backend from starting when the port is taken', async () => {
    const { server, port } = await listen();
    const { stdout, stderr } = await run(
      { SIGHTLINE_METRICS_PORT: String(port) },
      port,
    );
    server.close();
    expect(stdout).toMatch(/^not offered/);
    expect(stderr).toBe(
      `Metrics cannot be served at 127.0.0.1:${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}; the backend's metrics are not offered\n`,
    );
  });

  it.each(['high', '0', '70000'])('refuses the port %s by name', async text => {
    const { stderr } = await run(
      { SIGHTLINE_METRICS_PORT: text },
      await freePort(),
    );
    expect(stderr).toMatch(`SIGHTLINE_METRICS_PORT is '${text}'`);
  });
});
