import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  formatLabelMatchers,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { LRUCache } from 'lru-cache';
import { PrometheusClient } from '../sources';
import { FoundProbes, MetricDiscovery } from './MetricDiscovery';
import { PROBE_LABEL, probeKey, probeQuery } from './probeQuery';

/** Entities whose answers are remembered; a thousand take about a megabyte. */
const MAXIMUM = 20_000;

/** A service seldom changes how it measures itself. In milliseconds. */
const AGE_FOUND = 10 * 60_000;

/** One that shows nothing may start to at any time. In milliseconds. */
const AGE_NOTHING = 30_000;

/** A server that failed is left alone for so long. In milliseconds. */
const REST = 15_000;

/** A service that was restarted, or not scraped for a while, still speaks its dialect. */
const LATELY = '1h';

/** One that is away keeps its dashboards and alerts: the default retention of Prometheus. */
const EVER = '15d';

/** Whoever opens a page waits for it. In milliseconds. */
const TIMEOUT = 5_000;

interface Question {
  client: PrometheusClient;
  selector: MonitoringSpec['selector'];
  packs: readonly MonitoringPack[];
}

interface Answer {
  found: FoundProbes;
  /** To be asked again from then on. Unix milliseconds. */
  expires: number;
}

/**
 * {@link MetricDiscovery} that asks once for many readers. What was found once stays until
 * something else is found: a service that is away for an hour keeps its dashboards.
 */
export class DefaultMetricDiscovery implements MetricDiscovery {
  readonly #clients: PrometheusClient[];
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #answers = new LRUCache<string, Answer>({ max: MAXIMUM });
  readonly #underWay = new Map<string, Promise<FoundProbes | undefined>>();
  readonly #failedAt = new Map<string, number>();

  static create(options: {
    prometheus: PrometheusClient[];
    logger: LoggerService;
    /** Unix milliseconds. */
    now?: () => number;
  }): DefaultMetricDiscovery {
    return new DefaultMetricDiscovery(options);
  }

  private constructor(options: {
    prometheus: PrometheusClient[];
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#clients = options.prometheus;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  async find(
    spec: Pick<MonitoringSpec, 'prometheus' | 'selector'>,
    packs: readonly MonitoringPack[],
  ): Promise<FoundProbes | undefined> {
    const client = spec.prometheus
      ? this.#clients.find(({ id }) => id === spec.prometheus)
      : this.#clients[0];
    if (!client) {
      return undefined;
    }
    const asked = packs.filter(({ probes = [] }) => probes.length > 0);
    if (asked.length === 0) {
      return new Map();
    }
    const { selector } = spec;
    const key = [
      client.id,
      formatLabelMatchers(selector),
      ...asked.map(({ id }) => id),
    ].join('\n');
    const answer = this.#answers.get(key);
    if ((answer && answer.expires > this.#now()) || this.#rests(client)) {
      return answer?.found;
    }
    let search = this.#underWay.get(key);
    if (!search) {
      search = this.#search(key, { client, selector, packs: asked }).finally(
        () => this.#underWay.delete(key),
      );
      this.#underWay.set(key, search);
    }
    // Nobody waits for what is known: a dialect changes once in years.
    return answer && answer.found.size > 0 ? answer.found : search;
  }

  /** Asks and remembers; never throws. */
  async #search(
    key: string,
    question: Question,
  ): Promise<FoundProbes | undefined> {
    const { client } = question;
    const known = this.#answers.get(key)?.found;
    try {
      const fresh = await this.#ask(question);
      const found = fresh.size > 0 ? fresh : known ?? fresh;
      const age = fresh.size > 0 ? AGE_FOUND : AGE_NOTHING;
      this.#answers.set(key, { found, expires: this.#now() + age });
      return found;
    } catch (error) {
      if (!this.#rests(client)) {
        this.#failedAt.set(client.id, this.#now());
        this.#logger.warn(
          `Which metrics services have could not be read: ${stringifyError(
            error,
          )}`,
        );
      }
      return known;
    }
  }

  #rests(client: PrometheusClient): boolean {
    const failedAt = this.#failedAt.get(client.id);
    return failedAt !== undefined && this.#now() - failedAt < REST;
  }

  /** What is there now; of packs of which nothing is, what was there once. */
  async #ask({ client, selector, packs }: Question): Promise<FoundProbes> {
    const now = await askFor(client, selector, packs, LATELY);
    const away = packs.filter(({ id }) => !now.has(id));
    return away.length > 0
      ? new Map([...now, ...(await askFor(client, selector, away, EVER))])
      : now;
  }
}

async function askFor(
  client: PrometheusClient,
  selector: MonitoringSpec['selector'],
  packs: readonly MonitoringPack[],
  lookback: string,
): Promise<FoundProbes> {
  const { samples } = await client.query(
    { query: probeQuery(selector, packs, lookback) },
    { signal: AbortSignal.timeout(TIMEOUT) },
  );
  const keys = new Set(samples.map(({ labels }) => labels[PROBE_LABEL]));
  return new Map(
    packs.flatMap(({ id, probes = [] }) => {
      const found = probes
        .filter(probe => keys.has(probeKey(id, probe.id)))
        .map(probe => probe.id);
      return found.length > 0 ? [[id, found] as const] : [];
    }),
  );
}
