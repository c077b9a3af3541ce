import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parse, stringify } from 'yaml';
import { refusalOf, rulerForm } from './rulerForm';

type Group = Record<string, any>;

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

const STORED: Answer = {
  status: 202,
  body: { status: 'success', data: null, errorType: '', error: '' },
};
const NO_PAGE: Answer = { status: 404, body: '404 page not found\n' };
const NO_GROUP: Answer = { status: 404, body: 'group does not exist\n' };
const PREFIX = '/prometheus/config/v1/rules';

/** The rule API of a Mimir, as it was recorded. */
export class TestRuler {
  /** Groups of a tenant that may be there at most, and rules of a group. */
  readonly limits = { groups: 70, rules: 20 };
  /** `POST sightline/availability` and so on, in the order in which they came. */
  readonly requests: string[] = [];
  /** Called before each request is looked at; what it returns is the answer. */
  intercept?: (request: { method: string; path: string }) => Answer | undefined;
  /** Called after each request was worked off, before it is answered. */
  afterwards?: (request: {
    method: string;
    path: string;
  }) => Answer | undefined;
  readonly #tenants = new Map<string, Map<string, Map<string, Group>>>();
  readonly #server: Server;

  static async start(): Promise<TestRuler> {
    const ruler = new TestRuler();
    await new Promise<void>(resolve =>
      ruler.#server.listen(0, '127.0.0.1', () => resolve()),
    );
    return ruler;
  }

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const { status, headers, body } = await this.#handle(request);
      response.writeHead(status, headers);
      response.end(
        typeof body === 'object' ? JSON.stringify(body) : (body as string),
      );
    });
  }

  /** With the Prometheus prefix. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/prometheus`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** Groups of a namespace by name; what is changed in it is changed. */
  groups(tenant: string, namespace: string): Map<string, Group> {
    const namespaces = this.#tenants.get(tenant) ?? new Map();
    this.#tenants.set(tenant, namespaces);
    const groups = namespaces.get(namespace) ?? new Map();
    namespaces.set(namespace, groups);
    return groups;
  }

  /** A person writes a group. */
  put(tenant: string, namespace: string, group: Group): void {
    this.groups(tenant, namespace).set(group.name, rulerForm(group));
  }

  async #handle(request: IncomingMessage): Promise<Answer> {
    const body = await text(request);
    const { pathname: path } = new URL(request.url!, 'http://ruler');
    const method = request.method!;
    this.requests.push(`${method} ${decodeURIComponent(path)}`);
    const tenant = request.headers['x-scope-orgid'];
    return (
      this.intercept?.({ method, path }) ??
      this.#answer(method, path, String(tenant ?? ''), body, answer =>
        this.afterwards ? this.afterwards({ method, path }) ?? answer : answer,
      )
    );
  }

  #answer(
    method: string,
    path: string,
    tenant: string,
    body: string,
    last: (answer: Answer) => Answer,
  ): Answer {
    if (!path.startsWith(PREFIX) || path.endsWith('/')) {
      return path === '/prometheus/api/v1/rules' ? { status: 405 } : NO_PAGE;
    }
    if (!tenant) {
      return { status: 401, body: 'no org id\n' };
    }
    const [namespace, group, ...more] = path
      .slice(PREFIX.length + 1)
      .split('/')
      .map(decodeURIComponent);
    if (more.length > 0) {
      return NO_PAGE;
    }
    if ([namespace, group].some(name => name === '..' || /^\//.test(name))) {
      return { status: 500, body: 'path traversal not allowed\n' };
    }
    switch (method) {
      case 'GET':
        return last(this.#get(tenant, namespace, group));
      case 'POST':
        return !namespace || group !== undefined
          ? { status: 405 }
          : last(this.#post(tenant, namespace, body));
      case 'DELETE':
        return namespace
          ? last(this.#delete(tenant, namespace, group))
          : { status: 405 };
      default:
        return { status: 405 };
    }
  }

  #get(tenant: string, namespace: string, group: string | undefined): Answer {
    const yaml = (value: unknown) => ({
      status: 200,
      headers: { 'content-type': 'application/yaml' },
      body: stringify(value, { indent: 4, lineWidth: 0 }),
    });
    if (group !== undefined) {
      const found = this.groups(tenant, namespace).get(group);
      return found ? yaml(found) : NO_GROUP;
    }
    const all = [...(this.#tenants.get(tenant) ?? [])]
      .filter(
        ([name, groups]) =>
          groups.size > 0 && (!namespace || name === namespace),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return yaml(
      Object.fromEntries(
        all.map(([name, groups]) => [
          name,
          [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
        ]),
      ),
    );
  }

  #post(tenant: string, namespace: string, body: string): Answer {
    let group: any;
    try {
      group = parse(body);
    } catch {
      group = undefined;
    }
    const refuse = (reason: string) => ({ status: 400, body: `${reason}\n` });
    const refusal = refusalOf(group, this.limits);
    if (refusal) {
      return refuse(refusal);
    }
    const count = [...(this.#tenants.get(tenant)?.values() ?? [])].reduce(
      (sum, groups) => sum + groups.size,
      0,
    );
    // One that is replaced is counted as one more.
    if (count + 1 > this.limits.groups) {
      return refuse(
        `per-user rule groups limit (limit: ${this.limits.groups} actual: ${
          count + 1
        }) exceeded`,
      );
    }
    this.put(tenant, namespace, group);
    return STORED;
  }

  #delete(tenant: string, namespace: string, group: string | undefined) {
    const groups = this.groups(tenant, namespace);
    if (group !== undefined) {
      groups.delete(group);
      return STORED;
    }
    const answer =
      groups.size > 0
        ? STORED
        : { status: 404, body: 'group namespace does not exist\n' };
    groups.clear();
    return answer;
  }
}
