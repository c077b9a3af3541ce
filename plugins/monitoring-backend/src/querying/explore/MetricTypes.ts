import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  PrometheusCallOptions,
  PrometheusClient,
  PrometheusMetric,
} from '../../sources';
import { SharedResults } from '../sharing';

/** Types and help change with releases of services. In milliseconds. */
const TIME_TO_LIVE = 5 * 60_000;

/** Nobody who types waits longer for what is only of help. In milliseconds. */
const LONGEST_WAIT = 5_000;

/** Characters of names and help that are kept for one Prometheus. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

/** Series of histograms and summaries go by the name of their metric, and more. */
const SUFFIX = /_(?:bucket|count|sum|total)$/;

/**
 * Types and help of the metrics of one Prometheus. It cannot limit them to a scope: they are told
 * for names alone that the caller was told already.
 */
export class MetricTypes {
  readonly #client: Pick<PrometheusClient, 'id' | 'metadata'>;
  readonly #logger: LoggerService;
  readonly #shared: SharedResults<Map<string, PrometheusMetric>>;

  static create(options: {
    client: Pick<PrometheusClient, 'id' | 'metadata'>;
    logger: LoggerService;
    /** Unix milliseconds. */
    now: () => number;
  }): MetricTypes {
    return new MetricTypes(options);
  }

  private constructor(options: {
    client: Pick<PrometheusClient, 'id' | 'metadata'>;
    logger: LoggerService;
    now: () => number;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
    this.#shared = SharedResults.create({
      timeToLive: TIME_TO_LIVE,
      maxSize: MOST_CHARACTERS,
      sizeOf: metrics =>
        [...metrics].reduce(
          (sum, [name, { type, help }]) =>
            sum + name.length + type.length + help.length,
          0,
        ),
      now: options.now,
    });
  }

  /**
   * Gives what is known of a metric by the name of one of its series; knows nothing when Prometheus
   * does not tell.
   */
  async read({
    signal,
    caller,
  }: Pick<PrometheusCallOptions, 'signal' | 'caller'> = {}): Promise<
    (name: string) => PrometheusMetric | undefined
  > {
    const deadline = AbortSignal.timeout(LONGEST_WAIT);
    try {
      const known = await this.#shared.get(
        '',
        own => this.#client.metadata({ signal: own, caller }),
        { signal: signal ? AbortSignal.any([signal, deadline]) : deadline },
      );
      return name => known.get(name) ?? known.get(name.replace(SUFFIX, ''));
    } catch (error) {
      signal?.throwIfAborted();
      this.#logger.debug(
        `Prometheus '${
          this.#client.id
        }' does not tell types of metrics: ${stringifyError(error)}`,
      );
      return () => undefined;
    }
  }
}
