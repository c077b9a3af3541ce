import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { FetchApi } from '@backstage/frontend-plugin-api';

const BASE_URL = 'plugin://monitoring/v1';

/** Requests to the backend of the plugin; an answer that is no success becomes a `ResponseError`. */
export class BackendClient {
  readonly #fetchApi: FetchApi;

  static create(options: { fetchApi: FetchApi }): BackendClient {
    return new BackendClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  async get<T>(path: string, query?: object, signal?: AbortSignal): Promise<T> {
    const response = await this.fetch(
      withQuery(path, query),
      signal && { signal },
    );
    return await response.json();
  }

  async post<T>(path: string, body?: object, signal?: AbortSignal): Promise<T> {
    const response = await this.fetch(path, {
      ...withJson('POST', body),
      ...(signal && { signal }),
    });
    return await response.json();
  }

  /** Sends what is answered by nothing but success. */
  async send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<void> {
    await this.fetch(path, withJson(method, body));
  }

  async fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(`${BASE_URL}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** Options of a request with a body of JSON, or without a body. */
export function withJson(method: string, body?: object): RequestInit {
  return body
    ? {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }
    : { method };
}

/** Path of what belongs to an entity. */
export function entityPath(entityRef: string, rest: string = ''): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(encodeURIComponent);
  return `/entities/${parts.join('/').toLocaleLowerCase('en-US')}${rest}`;
}

/** A path with what is not `undefined` of a query. */
export function withQuery(path: string, query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined) {
        parameters.append(key, String(one));
      }
    }
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
