import { ServiceUnavailableError } from '@backstage/errors';
import {
  PrometheusCallOptions,
  PrometheusInstantResult,
  PrometheusQuery,
  PrometheusRangeQuery,
  PrometheusSeriesList,
  PrometheusSeriesQuery,
  PrometheusTexts,
} from '../../sources';
import { QueryClient, QueryRangeResult, RangeCacheInfo } from '../QueryClient';
import { QueryObserver } from '../QueryObserver';
import { SingleFlight } from '../sharing';
import { answerOf } from './answerOf';
import {
  cutExtent,
  Extent,
  mergeExtents,
  missingRanges,
  Span,
} from './extents';
import { FetchedPart, fetchPart } from './fetchPart';
import { latestToKeep } from './latestToKeep';
import { RangeStore } from './RangeStore';
import { Question, readQuestion } from './readQuestion';
import { RestartWatch } from './RestartWatch';
import { samplesOf } from './samplesOf';
import { SharedRangeStore } from './SharedRangeStore';
import { staleAnswer } from './staleAnswer';

/** Moments that are kept on either side of what was asked for last. */
const NEIGHBOURHOOD = 2_000;
/** Gaps that are asked for one by one; with more, all from the first to the last. */
const MOST_PARTS = 3;

/** Options of {@link RangeCachingClient.create}. */
export interface RangeCachingClientOptions {
  client: QueryClient;
  /** Of the server, its tenant and whatever else decides what it answers. */
  identity: string;
  /** Nothing younger is kept. In milliseconds. */
  freshness: number;
  /** Nothing is used that was asked for longer ago. In milliseconds. */
  maxAge: number;
  /** Of all instances. */
  store: RangeStore;
  /** Of all replicas; absent: each has its own. */
  shared?: SharedRangeStore;
  restarts: RestartWatch;
  observer?: QueryObserver;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * Keeps what a Prometheus answered to range queries as extents of each query's grid, and asks only
 * for what is missing. One per instance.
 */
export class RangeCachingClient implements QueryClient {
  readonly id: string;
  readonly #options: RangeCachingClientOptions;
  readonly #client: QueryClient;
  readonly #flights = SingleFlight.create<FetchedPart>();

  static create(options: RangeCachingClientOptions): RangeCachingClient {
    return new RangeCachingClient(options);
  }

  private constructor(options: RangeCachingClientOptions) {
    this.id = options.client.id;
    this.#options = options;
    this.#client = options.client;
  }

  query(
    query: PrometheusQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusInstantResult> {
    return this.#client.query(query, options);
  }

  labelNames(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return this.#client.labelNames(query, options);
  }

  labelValues(
    label: string,
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return this.#client.labelValues(label, query, options);
  }

  series(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesList> {
    return this.#client.series(query, options);
  }

  async queryRange(
    query: PrometheusRangeQuery,
    options: PrometheusCallOptions = {},
  ): Promise<QueryRangeResult> {
    options.signal?.throwIfAborted();
    this.#options.restarts.check();
    const { identity, freshness, now } = this.#options;
    const question = readQuestion(query, { identity, freshness, now: now() });
    const answer = question
      ? await this.#answer(question, query, options)
      : await this.#bypass(query, options);
    const { state, fetched } = answer.cache;
    this.#options.observer?.answered({
      instance: this.id,
      samples: samplesOf(answer.series),
      state,
      fetched,
    });
    return answer;
  }

  async #answer(
    question: Question,
    query: PrometheusRangeQuery,
    options: PrometheusCallOptions,
  ): Promise<QueryRangeResult & { cache: RangeCacheInfo }> {
    const { span, step } = question;
    const known = await this.#known(question);
    const usable = this.#usable(question, known);
    const missing = fewParts(missingRanges(span, usable, step));
    const parts = await Promise.allSettled(
      missing.map(part => this.#fetch(question, query, part, options)),
    );
    options.signal?.throwIfAborted();
    const failure = failureOf(parts);
    if (failure) {
      if (failure instanceof ServiceUnavailableError) {
        this.#options.restarts.suspect();
      }
      const fetched = parts.flatMap(part =>
        part.status === 'fulfilled' ? part.value.extent ?? [] : [],
      );
      return staleAnswer(
        question,
        fetched.reduce(
          (all, extent) => mergeExtents(all, extent, step),
          this.#since(known),
        ),
        failure,
      );
    }
    const fetched = parts.map(
      part => (part as PromiseFulfilledResult<FetchedPart>).value,
    );
    return (
      answerOf(question, usable, fetched) ??
      (await this.#whole(question, query, fetched, options))
    );
  }

  /** The answer of which no parts can be put together. */
  async #whole(
    question: Question,
    query: PrometheusRangeQuery,
    [first]: FetchedPart[],
    options: PrometheusCallOptions,
  ): Promise<QueryRangeResult & { cache: RangeCacheInfo }> {
    this.#options.store.delete(question);
    const { start, end } = question.span;
    if (first && first.span.start === start && first.span.end === end) {
      const { answer } = first;
      return {
        ...answer,
        cache: { state: 'bypass', fetched: samplesOf(answer.series) },
      };
    }
    return await this.#bypass(query, options);
  }

  async #bypass(
    query: PrometheusRangeQuery,
    options: PrometheusCallOptions,
  ): Promise<QueryRangeResult & { cache: RangeCacheInfo }> {
    const answer = await this.#client.queryRange(query, options);
    return {
      ...answer,
      cache: { state: 'bypass', fetched: samplesOf(answer.series) },
    };
  }

  async #known(question: Question): Promise<readonly Extent[]> {
    const { store, shared, restarts } = this.#options;
    const local = store.get(question);
    if (local || !shared || !restarts.isSettled) {
      return local ?? [];
    }
    const found = await shared.get(question);
    // Somebody else may have asked Prometheus meanwhile.
    const known = store.get(question) ?? found;
    if (known && known === found) {
      store.set(question, known);
    }
    return known ?? [];
  }

  #since(known: readonly Extent[]): readonly Extent[] {
    const { since } = this.#options.restarts;
    return known.filter(({ fetchedAt }) => fetchedAt >= since);
  }

  /** What is neither too old nor, by our clock, too young. */
  #usable(question: Question, known: readonly Extent[]): Extent[] {
    const { maxAge, now } = this.#options;
    const oldest = now() - maxAge;
    const span = { start: -Infinity, end: this.#latest(question, now()) };
    return this.#since(known)
      .filter(({ fetchedAt }) => fetchedAt >= oldest)
      .flatMap(extent => cutExtent(extent, span, question.step) ?? []);
  }

  #latest(question: Question, now: number): number {
    return latestToKeep(question, now, this.#options.freshness);
  }

  #fetch(
    question: Question,
    query: PrometheusRangeQuery,
    part: Span,
    options: PrometheusCallOptions,
  ): Promise<FetchedPart> {
    return this.#flights.run(
      JSON.stringify([question.hash, part.start, part.end]),
      async signal => {
        const fetched = await fetchPart(this.#client, question, query, part, {
          ...options,
          signal,
          now: this.#options.now,
        });
        this.#keep(question, fetched);
        return fetched;
      },
      options,
    );
  }

  #keep(question: Question, { extent, clock, mayBeKept }: FetchedPart): void {
    const { span, step } = question;
    const kept =
      extent &&
      mayBeKept &&
      cutExtent(
        extent,
        { start: -Infinity, end: this.#latest(question, clock) },
        step,
      );
    if (!kept) {
      return;
    }
    const { store, shared } = this.#options;
    const near = {
      start: span.start - NEIGHBOURHOOD * step,
      end: span.end + NEIGHBOURHOOD * step,
    };
    const known = this.#usable(question, store.get(question) ?? []);
    const merged = mergeExtents(known, kept, step).flatMap(
      one => cutExtent(one, near, step) ?? [],
    );
    store.set(question, merged);
    shared?.set(question, merged);
  }
}

function fewParts(missing: Span[]): Span[] {
  return missing.length > MOST_PARTS
    ? [{ start: missing[0].start, end: missing[missing.length - 1].end }]
    : missing;
}

/** What is to be told when parts are missing: rather what is wrong with the query than with the server. */
function failureOf(
  parts: PromiseSettledResult<FetchedPart>[],
): Error | undefined {
  const reasons = parts.flatMap(part =>
    part.status === 'rejected' ? [part.reason] : [],
  );
  return (
    reasons.find(reason => !(reason instanceof ServiceUnavailableError)) ??
    reasons[0]
  );
}
