import { ServiceUnavailableError } from '@backstage/errors';
import {
  NoAnswerError,
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
import { mergeExtents, missingRanges, Span } from './extents';
import { FetchedPart, fetchPart } from './fetchPart';
import { KnownRanges, KnownRangesOptions } from './KnownRanges';
import { Question, readQuestion } from './readQuestion';
import { samplesOf } from './samplesOf';
import { staleAnswer } from './staleAnswer';

/** Gaps that are asked for one by one; with more, all from the first to the last. */
const MOST_PARTS = 3;

/** Options of {@link RangeCachingClient.create}. */
export interface RangeCachingClientOptions extends KnownRangesOptions {
  client: QueryClient;
  /** Of the server, its tenant and whatever else decides what it answers. */
  identity: string;
  observer?: QueryObserver;
}

/**
 * Keeps what a Prometheus answered to range queries as extents of each query's grid, and asks only
 * for what is missing. One per instance.
 */
export class RangeCachingClient implements QueryClient {
  readonly id: string;
  readonly #options: RangeCachingClientOptions;
  readonly #client: QueryClient;
  readonly #known: KnownRanges;
  readonly #flights = SingleFlight.create<FetchedPart>();

  static create(options: RangeCachingClientOptions): RangeCachingClient {
    return new RangeCachingClient(options);
  }

  private constructor(options: RangeCachingClientOptions) {
    this.id = options.client.id;
    this.#options = options;
    this.#client = options.client;
    this.#known = KnownRanges.create(options);
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
    const { identity, freshness, now } = this.#options;
    const question = readQuestion(query, { identity, freshness, now: now() });
    const answer = question
      ? await this.#answer(question, query, options)
      : await this.#bypass(query, options);
    const { state, fetched } = answer.cache;
    if (state !== 'stale') {
      this.#options.restarts.check();
    }
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
    const known = await this.#known.read(question);
    const usable = this.#known.usable(question, known);
    const missing = fewParts(missingRanges(span, usable, step));
    const parts = await Promise.allSettled(
      missing.map(part => this.#fetch(question, query, part, options)),
    );
    options.signal?.throwIfAborted();
    const failure = failureOf(parts);
    if (failure) {
      if (failure instanceof NoAnswerError && !failure.isTimeout) {
        this.#options.restarts.suspect();
      }
      const fetched = parts.flatMap(part =>
        part.status === 'fulfilled' ? part.value.extent ?? [] : [],
      );
      return staleAnswer(
        question,
        fetched.reduce(
          (all, extent) => mergeExtents(all, extent, step),
          this.#known.since(known),
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
    this.#known.forget(question);
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
        this.#known.keep(question, fetched);
        return fetched;
      },
      options,
    );
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
