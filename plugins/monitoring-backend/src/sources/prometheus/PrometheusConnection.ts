import { NotImplementedError } from '@backstage/errors';
import { PrometheusConfig } from '../../config';
import {
  authHeaders,
  createFetch,
  UpstreamAnswer,
  UpstreamClient,
  UpstreamObserver,
  UpstreamRequest,
} from '../http';
import { explainGrafana } from './explainGrafana';
import { Fields, flavorOf, PrometheusFlavor } from './flavors';
import { PrometheusCallOptions } from './PrometheusClient';
import { PrometheusAnswer, readPrometheusAnswer } from './readPrometheusAnswer';

/** Sends what is asked of one Prometheus, as its flavour takes it, and explains what it refuses. */
export class PrometheusConnection {
  /** For people. */
  readonly name: string;
  readonly #config: PrometheusConfig;
  readonly #flavor: PrometheusFlavor;
  readonly #upstream: UpstreamClient;

  static fromConfig(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver } = {},
  ): PrometheusConnection {
    return new PrometheusConnection(config, options);
  }

  private constructor(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver },
  ) {
    this.name = `Prometheus '${config.id}'`;
    this.#config = config;
    this.#flavor = flavorOf(config.type);
    this.#upstream = UpstreamClient.create({
      name: this.name,
      url: `${config.url}${this.#flavor.prefix(config)}`,
      headers: {
        ...authHeaders(config.auth),
        ...tenantHeader(this.#flavor, config),
      },
      timeout: config.limits.timeout,
      maxResponseBytes: config.limits.maxResponseBytes,
      maxConcurrent: config.limits.maxConcurrent,
      compression: config.compression,
      hasBreaker: true,
      upstream: `prometheus:${config.id}`,
      observer: options.observer,
      fetch: options.fetch ?? createFetch(config),
    });
  }

  /** What may be long goes into a form: no proxy on the way cuts that, or logs it. */
  async ask(
    path: string,
    fields: Fields,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    return this.#call({ path, form: this.#parameters(fields) }, options);
  }

  async read(
    path: string,
    fields: Fields,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    return this.#call({ path, query: this.#parameters(fields) }, options);
  }

  /** @throws `NotImplementedError` when the server knows no such path, or a proxy lets nobody ask */
  async readWhereOffered(
    path: string,
    fields: Fields,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    const answer = await this.#send(
      { path, query: this.#parameters(fields) },
      options,
    );
    if (isNotOffered(answer) && !this.#explainGrafana(answer)) {
      throw new NotImplementedError(`${this.name} does not offer ${path}`);
    }
    return this.#readAnswer(answer);
  }

  async #call(
    request: UpstreamRequest,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    return this.#readAnswer(await this.#send(request, options));
  }

  #readAnswer(answer: UpstreamAnswer): PrometheusAnswer {
    return readPrometheusAnswer(this.name, answer, {
      answer: told => this.#explainGrafana(told),
      refusal: refused => this.#flavor.explain(this.name, refused),
    });
  }

  #explainGrafana(answer: UpstreamAnswer): Error | undefined {
    const { grafana } = this.#config;
    return grafana && explainGrafana(this.name, grafana, answer);
  }

  #parameters(fields: Fields): URLSearchParams {
    const { query, 'match[]': match } = fields;
    const expressions = [query ?? [], match ?? []].flat().map(String);
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries({
      ...fields,
      ...this.#flavor.fields(this.#config, fields, expressions),
    })) {
      if (value !== undefined) {
        [value].flat().forEach(one => parameters.append(name, String(one)));
      }
    }
    return parameters;
  }

  async #send(
    request: UpstreamRequest,
    options?: PrometheusCallOptions,
  ): Promise<UpstreamAnswer> {
    return this.#upstream.request({ ...options, ...request });
  }
}

/** VictoriaMetrics says it by a 400, after the address of who asks; proxies that let through only queries forbid it. */
function isNotOffered({ status, body }: UpstreamAnswer): boolean {
  return (
    [403, 404, 405].includes(status) ||
    (status === 400 && /\bunsupported path\b/.test(body))
  );
}

function tenantHeader(
  { tenantHeader: name }: PrometheusFlavor,
  { tenant }: PrometheusConfig,
): Record<string, string> {
  return name && tenant ? { [name]: tenant } : {};
}
