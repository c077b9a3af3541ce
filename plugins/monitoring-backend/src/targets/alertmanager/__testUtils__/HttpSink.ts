import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** A request that reached a sink. */
export interface Delivery {
  path: string;
  headers: Record<string, unknown>;
  body: any;
}

/** An HTTP server that takes whatever is sent to it. */
export class HttpSink {
  readonly deliveries: Delivery[] = [];
  readonly url: string;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();

  static async start(): Promise<HttpSink> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new HttpSink(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', async (request, response) => {
      let text = '';
      for await (const chunk of request) {
        text += chunk;
      }
      this.deliveries.push({
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, status: 'success' }));
      this.#waiting.forEach(look => look());
    });
  }

  at(path: string): Delivery[] {
    return this.deliveries.filter(delivery => delivery.path === path);
  }

  /** Waits until so many deliveries have come to a path. */
  async until(path: string, count: number): Promise<Delivery[]> {
    return new Promise(resolve => {
      const look = () => {
        if (this.at(path).length >= count) {
          this.#waiting.delete(look);
          resolve(this.at(path));
        }
      };
      this.#waiting.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
