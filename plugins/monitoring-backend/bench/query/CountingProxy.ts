import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** Stands before a Prometheus and counts the samples that it answers to range queries. */
export class CountingProxy {
  readonly #server: Server;
  samples = 0;

  /** @param target - URL of the Prometheus */
  static async start(target: string): Promise<CountingProxy> {
    const proxy = new CountingProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  private constructor(target: string) {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const { method, url, headers } = request;
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: { 'content-type': headers['content-type'] ?? 'text/plain' },
        ...(method === 'POST' && { body: Buffer.concat(chunks) }),
      });
      const text = await answer.text();
      this.#count(text);
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(text);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #count(text: string): void {
    const { data } = JSON.parse(text) as {
      data?: { resultType?: string; result: { values?: unknown[] }[] };
    };
    if (data?.resultType === 'matrix') {
      for (const { values = [] } of data.result) {
        this.samples += values.length;
      }
    }
  }
}
