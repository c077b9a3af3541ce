import { ServiceUnavailableError } from '@backstage/errors';
import { BodyTooLargeError, readBounded } from './readBounded';
import { networkFailure } from './networkFailure';
import { retryLostConnection } from './retryLostConnection';
import { Slots } from './Slots';

/** Queries that may wait for each one that is under way. */
const WAITING_PER_SLOT = 20;

/** One request to an upstream. */
export interface UpstreamRequest {
  /** A constant, or built of encoded parts; appended to the configured URL. */
  path: string;
  /** Default: POST when something is sent, else GET. */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as a form. */
  form?: URLSearchParams;
  /** Sent as JSON. */
  json?: unknown;
  query?: URLSearchParams;
  /** Media type that is asked for; default: JSON. */
  accept?: string;
  signal?: AbortSignal;
}

/** What an upstream answered: any status but a redirect. */
export interface UpstreamAnswer {
  status: number;
  body: string;
  /** The header, as it came: seconds or a date. */
  retryAfter?: string;
}

/** Options of {@link UpstreamClient.create}. */
export interface UpstreamClientOptions {
  /** For people, for example `Prometheus 'default'`. */
  name: string;
  /** Without a trailing slash. */
  url: string;
  headers: Record<string, string>;
  /** Deadline from the call to the last byte, waiting included. In milliseconds. */
  timeout: number;
  maxResponseBytes: number;
  maxConcurrent: number;
  fetch?: typeof fetch;
}

/**
 * HTTP to one configured upstream: its URL and constant paths, own headers only, no redirects,
 * one total deadline, a byte limit after decompression and a limit of requests under way.
 */
export class UpstreamClient {
  readonly #options: UpstreamClientOptions;
  readonly #slots: Slots;

  static create(options: UpstreamClientOptions): UpstreamClient {
    return new UpstreamClient(options);
  }

  private constructor(options: UpstreamClientOptions) {
    this.#options = options;
    this.#slots = new Slots(options.maxConcurrent);
  }

  /**
   * @throws `ServiceUnavailableError` when there is no answer in time, it is too large, or it
   *   is a redirect; the signal's reason when the caller gave up
   */
  async request(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const { name, timeout, maxConcurrent } = this.#options;
    request.signal?.throwIfAborted();
    if (this.#slots.waiting >= maxConcurrent * WAITING_PER_SLOT) {
      throw new ServiceUnavailableError(
        `${name} has too many requests of ours waiting; try again in a moment`,
      );
    }
    const deadline = AbortSignal.timeout(timeout);
    const signal = request.signal
      ? AbortSignal.any([deadline, request.signal])
      : deadline;
    try {
      return await this.#slots.run(() => this.#send(request, signal), signal);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (deadline.aborted) {
        throw new ServiceUnavailableError(
          `${name} did not answer within ${timeout / 1000} s`,
        );
      }
      throw error;
    }
  }

  async #send(
    { path, method, form, json, query, accept }: UpstreamRequest,
    signal: AbortSignal,
  ): Promise<UpstreamAnswer> {
    signal.throwIfAborted();
    const { name, url, headers, maxResponseBytes } = this.#options;
    const send = this.#options.fetch ?? fetch;
    const search = query?.size ? `?${query}` : '';
    const verb = method ?? (form || json !== undefined ? 'POST' : 'GET');
    const ask = () =>
      send(`${url}${path}${search}`, {
        method: verb,
        headers: {
          accept: accept ?? 'application/json',
          ...(json !== undefined ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        body: json !== undefined ? JSON.stringify(json) : form,
        // Following one would leave the configured host, and finish a path traversal.
        redirect: 'manual',
        signal,
      });
    try {
      const response =
        verb === 'GET' ? await retryLostConnection(ask) : await ask();
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new ServiceUnavailableError(
          `${name} answered with a redirect (${response.status}), which is not followed; configure the URL it redirects to`,
        );
      }
      const retryAfter = response.headers.get('retry-after');
      return {
        status: response.status,
        body: await readBounded(response, maxResponseBytes),
        ...(retryAfter === null ? {} : { retryAfter }),
      };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof BodyTooLargeError) {
        throw new ServiceUnavailableError(
          `${name} answered more than ${maxResponseBytes} bytes; ask for less, or raise limits.maxResponseBytes`,
        );
      }
      throw networkFailure(name, error);
    }
  }
}
