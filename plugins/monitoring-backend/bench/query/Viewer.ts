import { Pool } from 'undici';
import { mockCredentials } from '@backstage/backend-test-utils';
import { dashboardOf, nameOf } from './services';

/** A query as it is sent to Prometheus. */
export interface RangeQuery {
  query: string;
  start: number;
  end: number;
  step: number;
}

/** What is asked for: panels of a service's dashboard. */
export interface Wanted {
  service: number;
  panels: number[];
  /** Unix milliseconds. */
  range: { from: number; to: number };
}

/** How one request went. */
export interface Went {
  status: number;
  bytes: Buffer;
  milliseconds: number;
}

/** Asks as browsers do, over connections that are kept. */
export class Viewer {
  readonly #backend: Pool;
  readonly #prometheus: Pool;

  static create(options: {
    backend: string;
    prometheus: string;
    connections: number;
  }): Viewer {
    return new Viewer(options);
  }

  private constructor(options: {
    backend: string;
    prometheus: string;
    connections: number;
  }) {
    const pool = (url: string) =>
      new Pool(url, {
        connections: options.connections,
        headersTimeout: 120_000,
        bodyTimeout: 120_000,
      });
    this.#backend = pool(options.backend);
    this.#prometheus = pool(options.prometheus);
  }

  async close(): Promise<void> {
    await this.#backend.close();
    await this.#prometheus.close();
  }

  /** Panels, of our plugin. */
  panels(wanted: Wanted, user: number = 0): Promise<Went> {
    return this.#post(
      `/api/monitoring/v1/entities/component/default/${nameOf(
        wanted.service,
      )}/panels/query`,
      wanted,
      user,
    );
  }

  /** The same request, of the route that sends bytes which it holds. */
  constant(wanted: Wanted): Promise<Went> {
    return this.#post(`/api/constant/${nameOf(wanted.service)}`, wanted, 0);
  }

  /** One query, through the stock proxy. */
  proxied(query: RangeQuery, user: number = 0): Promise<Went> {
    return send(this.#backend, '/api/proxy/prometheus/api/v1/query_range', {
      body: formOf(query),
      type: 'application/x-www-form-urlencoded',
      authorization: authorizationOf(user),
    });
  }

  /** One query, of Prometheus itself. */
  direct(query: RangeQuery): Promise<Went> {
    return send(this.#prometheus, '/api/v1/query_range', {
      body: formOf(query),
      type: 'application/x-www-form-urlencoded',
    });
  }

  #post(path: string, wanted: Wanted, user: number): Promise<Went> {
    const { service, panels, range } = wanted;
    return send(this.#backend, path, {
      body: JSON.stringify({
        dashboard: dashboardOf(service),
        panels,
        range,
        maxDataPoints: 360,
      }),
      type: 'application/json',
      authorization: authorizationOf(user),
    });
  }
}

function authorizationOf(user: number): string {
  return mockCredentials.user.header(`user:default/viewer-${user}`);
}

function formOf({ query, start, end, step }: RangeQuery): string {
  return new URLSearchParams({
    query,
    start: String(start),
    end: String(end),
    step: String(step),
  }).toString();
}

async function send(
  pool: Pool,
  path: string,
  options: { body: string; type: string; authorization?: string },
): Promise<Went> {
  const begun = performance.now();
  const { statusCode, body } = await pool.request({
    path,
    method: 'POST',
    headers: {
      'content-type': options.type,
      'accept-encoding': 'gzip',
      ...(options.authorization && { authorization: options.authorization }),
    },
    body: options.body,
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  return {
    status: statusCode,
    bytes,
    milliseconds: performance.now() - begun,
  };
}
