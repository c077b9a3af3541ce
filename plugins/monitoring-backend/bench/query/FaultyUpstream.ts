import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** What can be wrong with a Prometheus. */
export type Fault = 'slow' | 'garbage' | 'dead';

const LISTENERS: Record<Fault, RequestListener> = {
  slow: request => request.resume(),
  garbage: (request, response) => {
    request.resume();
    response.end('{"status":"success","data":{"resultType":"matrix","res');
  },
  dead: request => request.socket.destroy(),
};

/** A Prometheus that is in trouble, of one kind after the other. */
export class FaultyUpstream {
  readonly #server: Server;
  fault: Fault = 'dead';

  static async start(): Promise<FaultyUpstream> {
    const upstream = new FaultyUpstream();
    upstream.#server.listen(0, '127.0.0.1');
    await once(upstream.#server, 'listening');
    return upstream;
  }

  private constructor() {
    this.#server = createServer((request, response) =>
      LISTENERS[this.fault](request, response),
    );
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
