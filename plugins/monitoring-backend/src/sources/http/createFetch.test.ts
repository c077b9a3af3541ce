import { once } from 'node:events';
import { createServer as createHttpServer, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { AddressInfo, connect, Server as NetServer } from 'node:net';
import { TLSSocket } from 'node:tls';
import {
  Certificates,
  makeCertificates,
} from '../../__testUtils__/makeCertificates';
import { ConnectionConfig, createFetch } from './createFetch';
import { UpstreamClient } from './UpstreamClient';

describe('createFetch', () => {
  const servers: NetServer[] = [];

  async function listen<T extends NetServer>(server: T): Promise<number> {
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      (server as Server).closeAllConnections?.();
      server.close();
      await once(server, 'close');
    }
  });

  const ask = (url: string, config: ConnectionConfig) =>
    UpstreamClient.create({
      name: "Prometheus 'x'",
      url,
      headers: { authorization: 'Bearer top-secret' },
      timeout: 5_000,
      maxResponseBytes: 100_000,
      maxConcurrent: 2,
      fetch: createFetch(config),
    }).request({ path: '/x', form: new URLSearchParams({ query: 'up' }) });

  it("leaves upstreams without anything of their own to Node's fetch", () => {
    expect(createFetch({})).toBeUndefined();
    expect(createFetch({ denyAddresses: [] })).toBeUndefined();
  });

  describe('with TLS', () => {
    let certificates: Certificates;
    let port: number;

    beforeAll(() => {
      certificates = makeCertificates();
    });

    /** Answers with the name on the client's certificate. */
    async function serve(options: { requestCert?: boolean } = {}) {
      port = await listen(
        createHttpsServer(
          {
            ...options,
            ...certificates.server,
            ca: certificates.ca,
            rejectUnauthorized: options.requestCert,
          },
          (request, response) => {
            const socket = request.socket as TLSSocket;
            response.end(String(socket.getPeerCertificate().subject?.CN));
          },
        ),
      );
      return `https://127.0.0.1:${port}`;
    }

    it('trusts an authority that is configured', async () => {
      const url = await serve();
      expect(await ask(url, { tls: { ca: certificates.ca } })).toMatchObject({
        status: 200,
        body: 'undefined',
      });
    });

    it('trusts no authority that is not', async () => {
      const url = await serve();
      await expect(ask(url, {})).rejects.toThrow(
        "Prometheus 'x' does not answer: its certificate is of an authority that is not trusted; name it in tls.ca",
      );
    });

    it('shows its own certificate', async () => {
      const url = await serve({ requestCert: true });
      const { ca, client } = certificates;
      expect((await ask(url, { tls: { ca, ...client } })).body).toBe(
        'sightline',
      );
    });

    it('says that the server wants a certificate', async () => {
      const url = await serve({ requestCert: true });
      await expect(
        ask(url, { tls: { ca: certificates.ca } }),
      ).rejects.toMatchObject({
        name: expect.stringMatching(/ServiceUnavailableError|NoAnswerError/),
        message: expect.stringMatching(/^Prometheus 'x' does not answer: /),
      });
    });

    it('holds the server to the name that is configured', async () => {
      const url = await serve();
      const { ca } = certificates;
      const serverName = 'prometheus.test';
      expect((await ask(url, { tls: { ca, serverName } })).status).toBe(200);
      await expect(
        ask(url, { tls: { ca, serverName: 'other.test' } }),
      ).rejects.toThrow('its certificate is for another host');
    });

    describe('behind a proxy of the environment', () => {
      const env = process.env;
      let tunnels: { target: string; headers: string }[];
      let proxy: string;

      beforeEach(async () => {
        tunnels = [];
        const server = createHttpServer((_, response) =>
          response.writeHead(500).end(),
        );
        server.on('connect', (request, socket) => {
          tunnels.push({
            target: `${request.url}`,
            headers: JSON.stringify(request.headers),
          });
          const upstream = connect(port, '127.0.0.1', () => {
            socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
            upstream.pipe(socket).pipe(upstream);
          });
          socket.on('error', () => upstream.destroy());
          upstream.on('error', () => socket.destroy());
        });
        proxy = `http://127.0.0.1:${await listen(server)}`;
      });

      afterEach(() => {
        process.env = env;
      });

      function withEnvironment(more: Record<string, string>) {
        process.env = { ...env, HTTPS_PROXY: proxy, NO_PROXY: '', ...more };
      }

      it('goes through it, and shows its own certificate to the server alone', async () => {
        const { ca, client } = certificates;
        await serve({ requestCert: true });
        withEnvironment({ NODE_USE_ENV_PROXY: '1' });
        expect(
          await ask('https://prometheus.test', { tls: { ca, ...client } }),
        ).toMatchObject({ status: 200, body: 'sightline' });
        expect(tunnels.map(({ target }) => target)).toEqual([
          'prometheus.test:443',
        ]);
        expect(tunnels[0].headers).not.toContain('top-secret');
      });

      it.each([
        ['Node is not told to', {}],
        [
          'the host is one that NO_PROXY names',
          { NODE_USE_ENV_PROXY: '1', NO_PROXY: '127.0.0.1' },
        ],
      ])('does not when %s', async (_when, more) => {
        const url = await serve();
        withEnvironment(more);
        const { ca } = certificates;
        expect((await ask(url, { tls: { ca } })).status).toBe(200);
        expect(tunnels).toEqual([]);
      });
    });
  });

  describe('with denied addresses', () => {
    let asked: number;
    let port: number;

    beforeEach(async () => {
      asked = 0;
      port = await listen(
        createHttpServer((_, response) => {
          asked += 1;
          response.end('ok');
        }),
      );
    });

    it('does not connect when the name leads to one', async () => {
      await expect(
        ask(`http://localhost:${port}`, {
          denyAddresses: ['127.0.0.0/8', '::1'],
        }),
      ).rejects.toThrow("Prometheus 'x' does not answer");
      expect(asked).toBe(0);
    });

    it('connects to the others', async () => {
      const { body } = await ask(`http://localhost:${port}`, {
        denyAddresses: ['169.254.0.0/16', 'fe80::/10', '::1'],
      });
      expect(body).toBe('ok');
    });
  });
});
