import { ServiceUnavailableError } from '@backstage/errors';
import { TlsConfig, UpstreamAuth } from '../../config';
import { authHeaders } from './authHeaders';
import { createFetch } from './createFetch';
import { parseJson } from './parseJson';
import { plainText } from './plainText';
import { throwIfBusy } from './throwIfBusy';
import { throwIfCredentialsRefused } from './throwIfCredentialsRefused';
import { UpstreamAnswer } from './UpstreamAnswer';
import { UpstreamClient, UpstreamRequest } from './UpstreamClient';
import { UpstreamObserver } from './UpstreamObserver';

const TIMEOUT = 10_000;

/** Where a server is, and how it is asked. */
export interface JsonServerConfig {
  id: string;
  url: string;
  auth: UpstreamAuth;
  tls?: TlsConfig;
  tenant?: string;
}

/** Options of {@link JsonServer.create}. */
export interface JsonServerOptions {
  /** For people, for example `Grafana`. */
  kind: string;
  /** For whoever counts. Default: the kind and the id, for example `grafana:default`. */
  upstream?: string;
  maxResponseBytes: number;
  maxConcurrent: number;
  observer?: UpstreamObserver;
  fetch?: typeof fetch;
}

/** A configured server that is asked for JSON, and named in what is wrong with its answers. */
export class JsonServer {
  readonly id: string;
  /** For people, for example `Grafana 'default'`. */
  readonly name: string;
  readonly #upstream: UpstreamClient;

  static create(
    config: JsonServerConfig,
    options: JsonServerOptions,
  ): JsonServer {
    return new JsonServer(config, options);
  }

  private constructor(
    config: JsonServerConfig,
    { kind, ...limits }: JsonServerOptions,
  ) {
    this.id = config.id;
    this.name = `${kind} '${config.id}'`;
    this.#upstream = UpstreamClient.create({
      upstream: `${kind.toLowerCase()}:${config.id}`,
      ...limits,
      fetch: limits.fetch ?? createFetch(config),
      timeout: TIMEOUT,
      hasBreaker: true,
      name: this.name,
      url: config.url,
      headers: authHeaders(config.auth, config.tenant),
    });
  }

  /** Any answer; see {@link UpstreamClient.request}. */
  async request(request: UpstreamRequest): Promise<UpstreamAnswer> {
    return this.#upstream.request(request);
  }

  /** @throws `ServiceUnavailableError` when it is no 200 with JSON */
  read(answer: UpstreamAnswer): unknown {
    throwIfCredentialsRefused(this.name, answer);
    throwIfBusy(this.name, answer);
    const { status, body } = answer;
    if (status !== 200) {
      const text = body.trimStart().startsWith('<') ? '' : plainText(body);
      throw new ServiceUnavailableError(
        `${this.name} answered ${status}${text && `: ${text}`}`,
      );
    }
    return parseJson(this.name, answer);
  }

  /** @throws `ServiceUnavailableError` when it does not answer properly */
  async get(request: UpstreamRequest): Promise<unknown> {
    return this.read(await this.request(request));
  }

  /** An answer that another kind of server may have given. */
  unfit(without: string, hint: string): ServiceUnavailableError {
    return new ServiceUnavailableError(
      `${this.name} answered without ${without}; check that its URL is ${hint}`,
    );
  }
}
