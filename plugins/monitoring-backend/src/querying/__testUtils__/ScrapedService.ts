import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** A service on the loopback that shows Prometheus a page of metrics. */
export class ScrapedService {
  readonly #server: Server;
  /** In the OpenMetrics text format; read at each scrape. */
  page: () => string;

  static async start(page: () => string): Promise<ScrapedService> {
    const service = new ScrapedService(page);
    await new Promise<void>(resolve => {
      service.#server.listen(0, '127.0.0.1', resolve);
    });
    return service;
  }

  private constructor(page: () => string) {
    this.page = page;
    this.#server = createServer((_req, res) => {
      res.setHeader(
        'Content-Type',
        'application/openmetrics-text; version=1.0.0; charset=utf-8',
      );
      res.end(`${this.page()}\n# EOF\n`);
    });
  }

  /** `host:port`. */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
