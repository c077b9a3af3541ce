import { GrafanaConfig } from '../../../config';
import {
  authHeaders,
  createFetch,
  UpstreamAnswer,
  UpstreamClient,
  UpstreamRequest,
} from '../../../sources/http';
import { readGrafanaAnswer } from './readGrafanaAnswer';

const LIMITS = {
  timeout: 30_000,
  // All alert rules come in one answer: 0.8 MB for 1,000 of them.
  maxResponseBytes: 96 * 1024 * 1024,
  maxConcurrent: 4,
};

/** HTTP to one Grafana; its answers are read, its errors become ours. */
export class GrafanaHttp {
  readonly #name: string;
  readonly #http: UpstreamClient;
  readonly #now: () => Date;

  static fromConfig(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch; now?: () => Date } = {},
  ): GrafanaHttp {
    return new GrafanaHttp(config, options);
  }

  private constructor(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch; now?: () => Date },
  ) {
    this.#name = `Grafana '${config.id}'`;
    this.#now = options.now ?? (() => new Date());
    this.#http = UpstreamClient.create({
      ...LIMITS,
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth),
      fetch: options.fetch ?? createFetch(config),
    });
  }

  /** The answer as it came, whatever its status. */
  async answer(request: UpstreamRequest): Promise<UpstreamAnswer> {
    return this.#http.request(request);
  }

  /**
   * The JSON of an answer.
   *
   * @param secrets - what was sent and must not be repeated
   * @throws an error of `@backstage/errors` for everything but success
   */
  async json<T>(request: UpstreamRequest, secrets?: string[]): Promise<T> {
    return this.read<T>(await this.answer(request), secrets);
  }

  /** The JSON of an answer; `undefined` when there is no such thing. */
  async jsonOrNothing<T>(request: UpstreamRequest): Promise<T | undefined> {
    const answer = await this.answer(request);
    return answer.status === 404 ? undefined : this.read<T>(answer);
  }

  /** @throws an error of `@backstage/errors` for everything but success */
  read<T>(answer: UpstreamAnswer, secrets?: string[]): T {
    return readGrafanaAnswer(this.#name, answer, {
      secrets,
      now: this.#now(),
    }) as T;
  }
}
