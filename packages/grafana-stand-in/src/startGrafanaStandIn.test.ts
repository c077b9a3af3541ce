import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { RunningStandIn, startGrafanaStandIn } from './startGrafanaStandIn';

const prometheusUrl = 'http://127.0.0.1:1';

describe('startGrafanaStandIn', () => {
  let standIn: RunningStandIn | undefined;
  let other: Server | undefined;

  afterEach(async () => {
    await standIn?.close();
    await new Promise(resolve => (other ? other.close(resolve) : resolve(0)));
    standIn = undefined;
    other = undefined;
  });

  it('answers on the URL that it names', async () => {
    standIn = await startGrafanaStandIn({ port: 0, prometheusUrl });
    const response = await fetch(`${standIn.url}/api/health`);
    expect(await response.json()).toEqual({
      database: 'ok',
      version: '12.4.0',
      commit: 'local',
    });
  });

  it('no longer answers once it is closed', async () => {
    const { url, close } = await startGrafanaStandIn({
      port: 0,
      prometheusUrl,
    });
    await close();
    await expect(fetch(`${url}/api/health`)).rejects.toThrow('fetch failed');
  });

  it('says which port is taken and what to do', async () => {
    other = createServer();
    await new Promise<void>(resolve =>
      other?.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = other.address() as AddressInfo;
    await expect(startGrafanaStandIn({ port, prometheusUrl })).rejects.toThrow(
      `The Grafana stand-in cannot listen on port ${port}: something else does. Stop it or choose another port.`,
    );
  });
});
