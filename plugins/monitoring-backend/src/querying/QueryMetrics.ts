import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CacheState, QueryObserver } from './QueryObserver';

const PREFIX = 'sightline_query';
const STATES: CacheState[] = ['hit', 'partial', 'miss', 'bypass', 'stale'];

type Event<K extends keyof QueryObserver> = Parameters<QueryObserver[K]>[0];

/** How answers to questions are watched. */
export class QueryMetrics implements QueryObserver {
  readonly #answers;
  readonly #samples;
  readonly #joins;
  readonly #lines;
  readonly #lineBytes;
  readonly #bytes;
  readonly #entries;
  readonly #begun = new Set<string>();

  static create(options: { metrics: MetricsService }): QueryMetrics {
    return new QueryMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    // No units: an exporter would add them to the names once more.
    this.#answers = metrics.createCounter(`${PREFIX}_range_answers`, {
      description: 'Range queries answered, by how the answer came about',
    });
    this.#samples = metrics.createCounter(`${PREFIX}_samples`, {
      description: 'Samples of these answers, by where they came from',
    });
    this.#joins = metrics.createCounter(`${PREFIX}_joins`, {
      description:
        'Range queries that shared the answer to one that was under way or had just ended',
    });
    this.#lines = metrics.createCounter(`${PREFIX}_reused_lines`, {
      description: 'Panels answered as they had been sent before',
    });
    this.#lineBytes = metrics.createCounter(`${PREFIX}_reused_bytes`, {
      description: 'Bytes of these answers, before compression',
    });
    this.#bytes = metrics.createGauge(`${PREFIX}_cache_bytes`, {
      description: 'What a cache holds',
    });
    this.#entries = metrics.createGauge(`${PREFIX}_cache_entries`, {
      description: 'Entries that a cache holds',
    });
  }

  answered(event: Event<'answered'>): void {
    const { instance, state, samples, fetched } = event;
    const upstream = this.#upstream(instance);
    // Of what was asked for, the youngest may be thrown away again.
    const known = Math.max(0, samples - fetched);
    this.#answers.add(1, { upstream, state });
    this.#samples.add(known, { upstream, source: 'cache' });
    this.#samples.add(fetched, { upstream, source: 'upstream' });
  }

  joined({ instance }: Event<'joined'>): void {
    this.#joins.add(1, { upstream: this.#upstream(instance) });
  }

  reused({ instance, bytes }: Event<'reused'>): void {
    const upstream = this.#upstream(instance);
    this.#lines.add(1, { upstream });
    this.#lineBytes.add(bytes, { upstream });
  }

  holds({ cache, bytes, entries }: Event<'holds'>): void {
    this.#bytes.record(bytes, { cache });
    this.#entries.record(entries, { cache });
  }

  /** As metrics of upstreams name it; all its counters begin together, as rates need it. */
  #upstream(instance: string): string {
    const upstream = `prometheus:${instance}`;
    if (!this.#begun.has(instance)) {
      this.#begun.add(instance);
      for (const state of STATES) {
        this.#answers.add(0, { upstream, state });
      }
      this.#joins.add(0, { upstream });
      this.#lines.add(0, { upstream });
      this.#lineBytes.add(0, { upstream });
    }
    return upstream;
  }
}
