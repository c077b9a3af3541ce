import {
  StartedUpstream,
  startUpstream,
} from '../../sources/http/__testUtils__/startUpstream';

/** A service on the loopback that shows Prometheus a page of metrics. */
export class ScrapedService {
  #server?: StartedUpstream;
  /** In the OpenMetrics text format; read at each scrape. */
  page: () => string;

  static async start(page: () => string): Promise<ScrapedService> {
    const service = new ScrapedService(page);
    service.#server = await startUpstream((_req, res) => {
      res.setHeader(
        'Content-Type',
        'application/openmetrics-text; version=1.0.0; charset=utf-8',
      );
      res.end(`${service.page()}\n# EOF\n`);
    });
    return service;
  }

  private constructor(page: () => string) {
    this.page = page;
  }

  /** `host:port`. */
  get address(): string {
    return `127.0.0.1:${this.#server!.port}`;
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}
