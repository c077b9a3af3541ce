import { CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { NODE } from './opensearchLabels';

/** Mean queries of shards and documents written per second, and seconds of one. */
const SEARCHES = { perSecond: 27, seconds: 0.014 };
const WRITES = { perSecond: 6, seconds: 0.003 };
/** Circuit breakers: bytes that they allow, and the share that is usual. */
const BREAKERS = {
  parent: { limit: 4_080_218_931, share: 0.5 },
  request: { limit: 2_576_980_377, share: 0.002 },
  fielddata: { limit: 1_717_986_918, share: 0.06 },
} as const;

function counter(name: string, help: string, digits = 0): CounterFamily {
  return new CounterFamily(`elasticsearch_${name}`, help, { digits });
}

function gauge(name: string, help: string): GaugeFamily {
  return new GaugeFamily(`elasticsearch_${name}`, help);
}

/** Searches and writes, and what holds them back. */
export class OpensearchWork {
  readonly #searches = counter('indices_search_query_total', 'Queries.');
  readonly #searchTime = counter(
    'indices_search_query_time_seconds',
    'Seconds spent on queries.',
    3,
  );
  readonly #writes = counter(
    'indices_indexing_index_total',
    'Documents written.',
  );
  readonly #writeTime = counter(
    'indices_indexing_index_time_seconds_total',
    'Seconds spent on writing documents.',
    3,
  );
  readonly #queues = gauge(
    'thread_pool_queue_count',
    'Tasks that wait in a thread pool.',
  );
  readonly #rejections = counter(
    'thread_pool_rejected_count',
    'Tasks that a thread pool refused.',
  );
  readonly #estimates = gauge(
    'breakers_estimated_size_bytes',
    'Bytes that a circuit breaker counts.',
  );
  readonly #limits = gauge(
    'breakers_limit_size_bytes',
    'Bytes that a circuit breaker allows.',
  );
  readonly #trips = counter(
    'breakers_tripped',
    'Requests that a circuit breaker refused.',
  );
  readonly families = [
    this.#searches,
    this.#searchTime,
    this.#writes,
    this.#writeTime,
    this.#queues,
    this.#rejections,
    this.#estimates,
    this.#limits,
    this.#trips,
  ];
  readonly #searched = this.#searches.with(NODE);
  readonly #searchedFor = this.#searchTime.with(NODE);
  readonly #written = this.#writes.with(NODE);
  readonly #writtenFor = this.#writeTime.with(NODE);
  readonly #searchQueue = this.#queues.with({ ...NODE, type: 'search' });
  readonly #writeQueue = this.#queues.with({ ...NODE, type: 'write' });
  readonly #breakers = Object.entries(BREAKERS).map(([breaker, usual]) => {
    const labels = { ...NODE, breaker };
    this.#limits.with(labels, usual.limit);
    this.#trips.with(labels);
    return { ...usual, estimated: this.#estimates.with(labels) };
  });

  constructor() {
    for (const type of ['search', 'write']) {
      this.#rejections.with({ ...NODE, type });
    }
  }

  advance(step: Step): void {
    const searches = SEARCHES.perSecond * step.traffic * step.seconds;
    const writes = WRITES.perSecond * step.traffic * step.seconds;
    const effort = 0.7 + 0.6 * step.chance(39);
    this.#searched.add(searches);
    this.#searchedFor.add(searches * SEARCHES.seconds * effort);
    this.#written.add(writes);
    this.#writtenFor.add(writes * WRITES.seconds * effort);
    this.#searchQueue.set(1 + 2 * step.traffic * step.chance(40));
    this.#writeQueue.set(step.chance(41));
    for (const { limit, share, estimated } of this.#breakers) {
      estimated.set(limit * share * effort);
    }
  }
}
