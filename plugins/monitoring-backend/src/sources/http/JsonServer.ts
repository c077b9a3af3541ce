import { ServiceUnavailableError } from '@backstage/errors';
import { UpstreamAuth } from '../../config';
import { authHeaders } from './authHeaders';
import { parseJson } from './parseJson';
import { plainText } from './plainText';
import { throwIfCredentialsRefused } from './throwIfCredentialsRefused';
import {
  UpstreamAnswer,
  UpstreamClient,
  UpstreamRequest,
} from './UpstreamClient';

const TIMEOUT = 10_000;

/** Options of {@link JsonServer.create}. */
export interface JsonServerOptions {
  /** For people, for example `Grafana`. */
  kind: string;
  maxResponseBytes: number;
  maxConcurrent: number;
  fetch?: typeof fetch;
}

/** A configured server that is asked for JSON, and named in what is wrong with its answers. */
export class JsonServer {
  readonly id: string;
  /** For people, for example `Grafana 'default'`. */
  readonly name: string;
  readonly #upstream: UpstreamClient;

  static create(
    config: { id: string; url: string; auth: UpstreamAuth; tenant?: string },
    options: JsonServerOptions,
  ): JsonServer {
    return new JsonServer(config, options);
  }

  private constructor(
    config: { id: string; url: string; auth: UpstreamAuth; tenant?: string },
    { kind, ...limits }: JsonServerOptions,
  ) {
    this.id = config.id;
    this.name = `${kind} '${config.id}'`;
    this.#upstream = UpstreamClient.create({
      ...limits,
      timeout: TIMEOUT,
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
