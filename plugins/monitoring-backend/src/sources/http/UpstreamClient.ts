import { ByteBudget } from './ByteBudget';
import { NoAnswerError } from './NoAnswerError';
import { hideSecrets } from './hideSecrets';
import { readAnswer } from './readAnswer';
import { retryLostConnection } from './retryLostConnection';
import { UpstreamAnswer } from './UpstreamAnswer';
import { UpstreamGate } from './UpstreamGate';
import { UpstreamObserver } from './UpstreamObserver';

/** Answers of the largest size that may be read at once. */
const LARGEST_AT_ONCE = 4;

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
  /** Who waits for it: a person, or a poll that can wait behind people. Default: a person. */
  priority?: 'interactive' | 'background';
  /** Tells people apart, so that none has more than half of the slots; opaque. */
  caller?: string;
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
  /** Whether answers are asked for compressed. Default: they are. */
  compression?: boolean;
  /**
   * Whether to stop asking for a while after failures in a row, or when the upstream wants it.
   * Default: not, as suits those who back off by themselves.
   */
  hasBreaker?: boolean;
  /** For whoever counts, for example `prometheus:default`. Default: `name`. */
  upstream?: string;
  observer?: UpstreamObserver;
  fetch?: typeof fetch;
  /** Milliseconds; only differences matter. */
  now?: () => number;
}

/**
 * HTTP to one configured upstream: its URL and constant paths, own headers only, no redirects,
 * one total deadline, limits of bytes after decompression, and a gate that keeps one upstream's
 * trouble its own.
 */
export class UpstreamClient {
  readonly #options: UpstreamClientOptions;
  readonly #gate: UpstreamGate;
  readonly #budget: ByteBudget;

  static create(options: UpstreamClientOptions): UpstreamClient {
    return new UpstreamClient(options);
  }

  private constructor(options: UpstreamClientOptions) {
    const { name, upstream = name, hasBreaker = false } = options;
    this.#options = options;
    this.#gate = UpstreamGate.create({ ...options, upstream, hasBreaker });
    this.#budget = new ByteBudget(options.maxResponseBytes * LARGEST_AT_ONCE);
  }

  /**
   * @throws `ServiceUnavailableError` when there is no answer in time, it is too large, or it
   *   is a redirect, `UpstreamUnavailableError` among them when it may be asked again in a moment;
   *   the signal's reason when the caller gave up
   */
  async request(request: UpstreamRequest): Promise<UpstreamAnswer> {
    request.signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(this.#options.timeout);
    return await this.#gate.run(() => this.#send(request, deadline), request);
  }

  async #send(
    request: UpstreamRequest,
    deadline: AbortSignal,
  ): Promise<UpstreamAnswer> {
    const { name, timeout } = this.#options;
    const signal = request.signal
      ? AbortSignal.any([deadline, request.signal])
      : deadline;
    try {
      return await this.#exchange(request, signal);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (deadline.aborted) {
        throw new NoAnswerError(
          `${name} did not answer within ${timeout / 1000} s`,
          { isTimeout: true },
        );
      }
      throw error;
    }
  }

  async #exchange(
    { path, method, form, json, query, accept }: UpstreamRequest,
    signal: AbortSignal,
  ): Promise<UpstreamAnswer> {
    signal.throwIfAborted();
    const {
      name,
      url,
      headers,
      maxResponseBytes,
      compression = true,
    } = this.#options;
    const send = this.#options.fetch ?? fetch;
    const search = query?.size ? `?${query}` : '';
    const verb = method ?? (form || json !== undefined ? 'POST' : 'GET');
    const ask = () =>
      send(`${url}${path}${search}`, {
        method: verb,
        headers: {
          accept: accept ?? 'application/json',
          ...(compression ? {} : { 'accept-encoding': 'identity' }),
          ...(json !== undefined ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        body: json !== undefined ? JSON.stringify(json) : form,
        // Following one would leave the configured host, and finish a path traversal.
        redirect: 'manual',
        signal,
      });
    const answer = await readAnswer(
      () => (verb === 'GET' ? retryLostConnection(ask) : ask()),
      { name, maxResponseBytes, budget: this.#budget },
    );
    return answer.status < 400
      ? answer
      : { ...answer, body: hideSecrets(answer.body, headers) };
  }
}
