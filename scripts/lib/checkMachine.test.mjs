import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPorts } from './checkMachine.mjs';

async function listen() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('a port that is taken is named with what wants it and the option that moves it', async () => {
  const server = await listen();
  const { port } = server.address();
  await assert.rejects(
    checkPorts([{ port, what: 'Prometheus', option: '--prometheus-port' }]),
    new RegExp(
      `Port ${port}, which Prometheus wants, is taken.*--prometheus-port`,
    ),
  );
  server.close();
});

test('a free port is left free', async () => {
  const server = await listen();
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  const wanted = [{ port, what: 'Prometheus', option: '--prometheus-port' }];
  await checkPorts(wanted);
  await checkPorts(wanted);
});
