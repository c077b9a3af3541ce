import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { UpstreamClient } from './UpstreamClient';

describe('a connection that ends without an answer', () => {
  let server: Server;
  let asked: string[];
  let lost: number;

  beforeEach(async () => {
    asked = [];
    server = createServer((req, res) => {
      asked.push(req.method!);
      if (lost > 0) {
        lost -= 1;
        req.socket.destroy();
        return;
      }
      res.end('{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => server.close());

  const client = () =>
    UpstreamClient.create({
      name: "Grafana 'default'",
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      headers: {},
      timeout: 5_000,
      maxConcurrent: 4,
      maxResponseBytes: 1_000,
    });

  it('is no failure of a read', async () => {
    lost = 1;
    await expect(client().request({ path: '/' })).resolves.toMatchObject({
      status: 200,
    });
    expect(asked).toEqual(['GET', 'GET']);
  });

  it('is one when it happens again', async () => {
    lost = 2;
    await expect(client().request({ path: '/' })).rejects.toThrow(
      "Grafana 'default'",
    );
    expect(asked).toEqual(['GET', 'GET']);
  });

  it('is one of a write, which may have been done', async () => {
    lost = 1;
    await expect(client().request({ path: '/', json: {} })).rejects.toThrow(
      "Grafana 'default'",
    );
    expect(asked).toEqual(['POST']);
  });
});
