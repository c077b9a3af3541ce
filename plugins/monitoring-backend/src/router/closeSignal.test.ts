import express, { Response } from 'express';
import { once } from 'node:events';
import { createServer, get, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { closeSignal } from './closeSignal';

describe('closeSignal', () => {
  let server: Server;

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  /** Sends a request, and answers its response and how to leave before it is answered. */
  async function aRequest(): Promise<{ res: Response; leave: () => void }> {
    const app = express();
    const arrived = new Promise<Response>(resolve => {
      app.get('/', (_req, res) => resolve(res));
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const request = get({ host: '127.0.0.1', port });
    request.on('error', () => {});
    return { res: await arrived, leave: () => request.destroy() };
  }

  it('aborts when the caller leaves', async () => {
    const { res, leave } = await aRequest();
    const signal = closeSignal(res);
    expect(signal.aborted).toBe(false);
    leave();
    await once(signal, 'abort');
    expect(signal.aborted).toBe(true);
  });

  it('is aborted when the caller has left already', async () => {
    const { res, leave } = await aRequest();
    leave();
    await once(res, 'close');
    expect(closeSignal(res).aborted).toBe(true);
  });

  it('does not abort what was answered', async () => {
    const { res } = await aRequest();
    const signal = closeSignal(res);
    res.send('ok');
    await once(res, 'close');
    expect(signal.aborted).toBe(false);
    expect(closeSignal(res).aborted).toBe(false);
  });
});
