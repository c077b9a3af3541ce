import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import {
  EqlRegex,
  EqlSingle,
  Neq,
  NeqRegex,
} from '@prometheus-io/lezer-promql';
import { ExploreMetricsResponse } from '@sightline/backstage-plugin-monitoring-common';
import { ExploreApi, MonitoringTimeRange } from '../../../api';

type Metadata = Awaited<ReturnType<PrometheusClient['metricMetadata']>>;
type Matchers = Parameters<PrometheusClient['labelValues']>[2];

const OPERATORS: Record<number, string> = {
  [EqlSingle]: '=',
  [Neq]: '!=',
  [EqlRegex]: '=~',
  [NeqRegex]: '!~',
};

/** Series of histograms and summaries go by the name of their metric, and more. */
const SUFFIX = /_(?:bucket|count|sum)$/;

/** Questions that are remembered: each is asked at every letter. */
const MOST_REMEMBERED = 200;

/** In milliseconds: a time range that moved by less has the same names and values. */
const SAME_TIME = 10 * 60_000;

/** Options of {@link ScopedPrometheusClient.create}. */
export interface ScopedPrometheusClientOptions {
  api: ExploreApi;
  entityRef: string;
  environment?: string;
  /** What the page shows now. */
  range: () => MonitoringTimeRange;
}

/**
 * What the editor's completion knows, asked of the backend within the entity's scope. It completes
 * less when something cannot be read: nobody who types wants to hear of that.
 */
export class ScopedPrometheusClient implements PrometheusClient {
  readonly #options: ScopedPrometheusClientOptions;
  readonly #answers = new Map<string, Promise<unknown>>();

  static create(
    options: ScopedPrometheusClientOptions,
  ): ScopedPrometheusClient {
    return new ScopedPrometheusClient(options);
  }

  private constructor(options: ScopedPrometheusClientOptions) {
    this.#options = options;
  }

  async metricNames(): Promise<string[]> {
    return (await this.#metrics()).map(({ name }) => name);
  }

  async metricMetadata(): Promise<Metadata> {
    // The editor looks a metric up by its name without the suffix of a series.
    return Object.fromEntries(
      (await this.#metrics()).flatMap(({ name, type, help = '' }) =>
        type ? [[name.replace(SUFFIX, ''), [{ type, help }]]] : [],
      ),
    );
  }

  labelNames(metricName?: string): Promise<string[]> {
    const { api, entityRef, environment } = this.#options;
    const selector = metricName || undefined;
    return this.#remember(['labels', selector], range =>
      api.listLabels(entityRef, { range, selector }, { environment }),
    );
  }

  labelValues(
    label: string,
    metricName?: string,
    matchers?: Matchers,
  ): Promise<string[]> {
    const { api, entityRef, environment } = this.#options;
    const selector = selectorOf(label, metricName, matchers);
    return this.#remember(['values', label, selector], range =>
      api.listValues(entityRef, { range, label, selector }, { environment }),
    );
  }

  async series() {
    return [];
  }

  async flags() {
    return {};
  }

  #metrics(): Promise<ExploreMetricsResponse['items']> {
    const { api, entityRef, environment } = this.#options;
    return this.#remember(['metrics'], range =>
      api.listMetrics(entityRef, { range }, { environment }),
    );
  }

  /** What is asked with `question`; nothing when that cannot be read. */
  async #remember<T>(
    question: unknown[],
    ask: (range: MonitoringTimeRange) => Promise<{ items: T[] }>,
  ): Promise<T[]> {
    const range = this.#options.range();
    const times = [range.from, range.to].map(at => Math.round(at / SAME_TIME));
    const key = JSON.stringify([...question, ...times]);
    const known = this.#answers.get(key) as ReturnType<typeof ask> | undefined;
    const answer = known ?? ask(range);
    // Last again: what was not asked for longest is first, and is forgotten.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > MOST_REMEMBERED) {
      this.#answers.delete(this.#answers.keys().next().value!);
    }
    try {
      return (await answer).items;
    } catch {
      if (this.#answers.get(key) === answer) {
        this.#answers.delete(key);
      }
      return [];
    }
  }
}

/** The selector around a value that is typed, without the matcher that it belongs to. */
function selectorOf(
  label: string,
  metricName: string = '',
  matchers: Matchers = [],
): string | undefined {
  const others = matchers
    .filter(({ name, value }) => name !== label && value !== '')
    .map(
      ({ name, type, value }) => `${name}${OPERATORS[type] ?? '='}"${value}"`,
    );
  const braces = others.length > 0 ? `{${others.join(', ')}}` : '';
  return `${metricName}${braces}` || undefined;
}
