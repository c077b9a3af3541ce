import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  formatLabelMatchers,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { LRUCache } from 'lru-cache';
import limit, { type Limit as LimitFunction } from 'p-limit';
import { PrometheusClient } from '../sources';
import { FoundProbes, MetricDiscovery } from './MetricDiscovery';
import { PROBE_LABEL, probeKey, probeQuery } from './probeQuery';

/** Entities whose answers are remembered; a thousand take about a megabyte. */
const MAXIMUM = 20_000;

/** A service seldom changes how it measures itself. In milliseconds. */
const AGE_FOUND = 10 * 60_000;

/**
 * One that shows nothing may start to at any time, but less and less likely: doubled with each
 * question that finds nothing, up to {@link AGE_FOUND}. In milliseconds.
 */
const AGE_NOTHING = 30_000;

/** All services are asked about at the start; an age is so much shorter at most, to part them. */
const SPREAD = 0.5;

/** A question that failed is not asked again for so long, nor a server that fails. In milliseconds. */
const REST = 15_000;

/** So many failures without a success are the server's; fewer may be the question's. */
const FAILURES = 3;

/** Lookups at the same time: people's panels go over the same client. */
const CONCURRENCY = 4;

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
  /** Absent when nobody could say. */
  found?: FoundProbes;
  /** How often in a row nothing was there. */
  empty: number;
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
  readonly #random: () => number;
  readonly #answers = new LRUCache<string, Answer>({ max: MAXIMUM });
  readonly #underWay = new Map<string, Promise<FoundProbes | undefined>>();
  readonly #gates = new Map<string, LimitFunction>();
  readonly #failures = new Map<string, { count: number; at: number }>();

  static create(options: {
    prometheus: PrometheusClient[];
    logger: LoggerService;
    /** Unix milliseconds. */
    now?: () => number;
    /** At least 0, less than 1. */
    random?: () => number;
  }): DefaultMetricDiscovery {
    return new DefaultMetricDiscovery(options);
  }

  private constructor(options: {
    prometheus: PrometheusClient[];
    logger: LoggerService;
    now?: () => number;
    random?: () => number;
  }) {
    this.#clients = options.prometheus;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
    this.#random = options.random ?? Math.random;
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
    return answer?.found && answer.found.size > 0 ? answer.found : search;
  }

  /** Asks and remembers; never throws. */
  async #search(
    key: string,
    question: Question,
  ): Promise<FoundProbes | undefined> {
    const { client } = question;
    const { found: known, empty = 0 } = this.#answers.get(key) ?? {};
    try {
      // The time runs from here on, not while others are served.
      const fresh = await this.#gate(client)(() => this.#ask(question));
      this.#failures.delete(client.id);
      const isThere = fresh.size > 0;
      const found = isThere ? fresh : known ?? fresh;
      const age = isThere
        ? AGE_FOUND
        : Math.min(AGE_FOUND, AGE_NOTHING * 2 ** empty);
      this.#answers.set(key, {
        found,
        empty: isThere ? 0 : empty + 1,
        expires: this.#now() + age * (1 - SPREAD * this.#random()),
      });
      return found;
    } catch (error) {
      this.#answers.set(key, {
        found: known,
        empty,
        expires: this.#now() + REST,
      });
      this.#failed(client, error);
      return known;
    }
  }

  /** One service whose metrics are too many must not hide those of all others. */
  #failed({ id }: PrometheusClient, error: unknown): void {
    const count = (this.#failures.get(id)?.count ?? 0) + 1;
    this.#failures.set(id, { count, at: this.#now() });
    if (count <= FAILURES) {
      this.#logger.warn(
        `Which metrics a service has could not be read: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  #rests({ id }: PrometheusClient): boolean {
    const failures = this.#failures.get(id);
    return (
      failures !== undefined &&
      failures.count >= FAILURES &&
      this.#now() - failures.at < REST
    );
  }

  #gate({ id }: PrometheusClient): LimitFunction {
    const gate = this.#gates.get(id) ?? limit(CONCURRENCY);
    this.#gates.set(id, gate);
    return gate;
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
    { signal: AbortSignal.timeout(TIMEOUT), priority: 'background' },
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
