import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { CORE_SCHEMA, load } from 'js-yaml';
import { MimirConfig } from '../../config';
import {
  authHeaders,
  createFetch,
  plainText,
  UpstreamAnswer,
  UpstreamClient,
  UpstreamRequest,
} from '../../sources/http';
import { throwIfToldToWait } from '../throwIfToldToWait';
import { GroupLimitError } from './GroupLimitError';
import { splitGroups } from './splitGroups';

const LIMITS = {
  timeout: 30_000,
  /** A namespace comes in one answer. */
  maxResponseBytes: 256 * 1024 * 1024,
  maxConcurrent: 8,
};
const RULES = '/config/v1/rules';
const GROUP_LIMIT = /rule groups limit \(limit: (\d+) actual: (\d+)\)/;

/** A rule group as the ruler gives it back. */
export interface RulerGroup extends Record<string, unknown> {
  name: string;
  rules: Record<string, unknown>[];
}

/** The rule configuration of one tenant and namespace of a Mimir (recording `ruler`). */
export class MimirRulerClient {
  /** For people: `Mimir 'default'`. */
  readonly name: string;
  readonly #http: UpstreamClient;
  readonly #namespace: string;

  static fromConfig(
    config: MimirConfig,
    options: { fetch?: typeof fetch } = {},
  ): MimirRulerClient {
    return new MimirRulerClient(config, options);
  }

  private constructor(config: MimirConfig, options: { fetch?: typeof fetch }) {
    this.name = `Mimir '${config.id}'`;
    this.#namespace = config.namespace;
    this.#http = UpstreamClient.create({
      ...LIMITS,
      name: this.name,
      url: config.url,
      headers: authHeaders(config.auth, config.tenant),
      fetch: options.fetch ?? createFetch(config),
    });
  }

  /**
   * All groups of the namespace, as text: most of the time nothing in it is new.
   *
   * @throws when it is not the answer of a ruler
   */
  async readNamespace(signal?: AbortSignal): Promise<string> {
    const answer = await this.#request({ path: this.#path(), signal });
    this.#throwUnless(answer, 200);
    return answer.body;
  }

  /**
   * What `readNamespace` gave in parts, each to be parsed alone; a namespace that is written
   * otherwise than a ruler does is one part.
   */
  splitNamespace(text: string): string[] {
    return splitGroups(text) ?? [text];
  }

  /** The groups in one part of what `splitNamespace` gave. */
  parseGroups(part: string): RulerGroup[] {
    const parsed = this.#parse(part);
    const groups = Array.isArray(parsed)
      ? parsed
      : parsed[this.#namespace] ?? [];
    if (!Array.isArray(groups)) {
      throw this.#noRuler();
    }
    return groups;
  }

  /** One group; `undefined` when there is no such. */
  async getGroup(
    name: string,
    signal?: AbortSignal,
  ): Promise<RulerGroup | undefined> {
    const answer = await this.#request({ path: this.#path(name), signal });
    if (answer.status === 404 && /does not exist/.test(answer.body)) {
      return undefined;
    }
    this.#throwUnless(answer, 200);
    return this.#parse(answer.body);
  }

  /**
   * Creates or replaces a group.
   *
   * @throws `GroupLimitError` when the tenant may not have so many; `InputError` when the ruler
   *   refuses the group
   */
  async saveGroup(group: RulerGroup, signal?: AbortSignal): Promise<void> {
    const answer = await this.#request({
      method: 'POST',
      path: this.#path(),
      // A ruler reads YAML, and JSON is YAML.
      json: group,
      signal,
    });
    const [, limit, actual] = GROUP_LIMIT.exec(answer.body) ?? [];
    if (answer.status === 400 && limit !== undefined) {
      throw new GroupLimitError(this.name, Number(limit), Number(actual));
    }
    this.#throwUnless(answer, 202);
  }

  /** A group that is gone already is no error. */
  async deleteGroup(name: string, signal?: AbortSignal): Promise<void> {
    const answer = await this.#request({
      method: 'DELETE',
      path: this.#path(name),
      signal,
    });
    if (answer.status !== 404 || !/does not exist/.test(answer.body)) {
      this.#throwUnless(answer, 202);
    }
  }

  #path(group?: string): string {
    return [RULES, this.#namespace, ...(group === undefined ? [] : [group])]
      .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
      .join('/');
  }

  async #request(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const answer = await this.#http.request(request);
    throwIfToldToWait(this.name, answer);
    return answer;
  }

  #throwUnless({ status, body }: UpstreamAnswer, expected: number): void {
    if (status === expected) {
      return;
    }
    switch (status) {
      case 400:
        throw new InputError(
          `${
            this.name
          } refuses the rules, so they were not written: ${plainText(body)}`,
        );
      case 401:
      case 403:
        throw new ServiceUnavailableError(
          /org id/.test(body)
            ? `${this.name} wants to know the tenant (${status}); set monitoring.provisioning.mimir[].tenant`
            : `${this.name} refused the configured credentials (${status}); check its auth in app-config`,
        );
      case 404:
      case 405:
        throw this.#noRuler();
      default:
        // What it says of a fault of its own names its machines.
        throw new ServiceUnavailableError(`${this.name} answered ${status}`);
    }
  }

  #parse(text: string): any {
    let value: unknown;
    try {
      // Eight times as fast as `yaml`, which takes seconds for what a thousand entities have.
      value = load(text, { schema: CORE_SCHEMA });
    } catch {
      throw this.#noRuler();
    }
    if (value === null || typeof value !== 'object') {
      throw this.#noRuler();
    }
    return value;
  }

  #noRuler(): ServiceUnavailableError {
    return new ServiceUnavailableError(
      `${this.name} does not answer as a ruler; check that monitoring.provisioning.mimir[].url ends with its Prometheus prefix, http://mimir:8080/prometheus, and that its rule API is on (-ruler.enable-api)`,
    );
  }
}
