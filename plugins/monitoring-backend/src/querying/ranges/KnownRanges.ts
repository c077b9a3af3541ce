import { cutExtent, Extent, mergeExtents } from './extents';
import { FetchedPart } from './fetchPart';
import { latestToKeep } from './latestToKeep';
import { RangeStore } from './RangeStore';
import { Question } from './readQuestion';
import { RestartWatch } from './RestartWatch';
import { SharedRangeStore } from './SharedRangeStore';

/** Moments that are kept on either side of what was asked for last. */
const NEIGHBOURHOOD = 2_000;

/** Options of {@link KnownRanges.create}. */
export interface KnownRangesOptions {
  /** Nothing younger is kept. In milliseconds. */
  freshness: number;
  /** Nothing is used that was asked for longer ago. In milliseconds. */
  maxAge: number;
  /** Of all instances. */
  store: RangeStore;
  /** Of all replicas; absent: each has its own. */
  shared?: SharedRangeStore;
  restarts: RestartWatch;
  /** Unix milliseconds. */
  now: () => number;
}

/** What is known of one server's answers, and how long it may be used. */
export class KnownRanges {
  readonly #options: KnownRangesOptions;

  static create(options: KnownRangesOptions): KnownRanges {
    return new KnownRanges(options);
  }

  private constructor(options: KnownRangesOptions) {
    this.#options = options;
  }

  /** All of it, whether it may be used or not. */
  async read(question: Question): Promise<readonly Extent[]> {
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

  /** What was asked for since the server was started, however old it is. */
  since(known: readonly Extent[]): readonly Extent[] {
    const { since } = this.#options.restarts;
    return known.filter(({ fetchedAt }) => fetchedAt >= since);
  }

  /** What is neither too old nor, by our clock, too young. */
  usable(question: Question, known: readonly Extent[]): Extent[] {
    const { maxAge, now } = this.#options;
    const oldest = now() - maxAge;
    const span = { start: -Infinity, end: this.#latest(question, now()) };
    return this.since(known)
      .filter(({ fetchedAt }) => fetchedAt >= oldest)
      .flatMap(extent => cutExtent(extent, span, question.step) ?? []);
  }

  /** Adds what was fetched, as far as it will stay as it is. */
  keep(question: Question, { extent, clock, mayBeKept }: FetchedPart): void {
    const { span, step, fixedAt = -Infinity } = question;
    const end = this.#latest(question, clock);
    const kept =
      extent &&
      mayBeKept &&
      fixedAt <= end &&
      cutExtent(extent, { start: -Infinity, end }, step);
    if (!kept) {
      return;
    }
    const { store, shared } = this.#options;
    const near = {
      start: span.start - NEIGHBOURHOOD * step,
      end: span.end + NEIGHBOURHOOD * step,
    };
    const known = this.usable(question, store.get(question) ?? []);
    const merged = mergeExtents(known, kept, step).flatMap(
      one => cutExtent(one, near, step) ?? [],
    );
    store.set(question, merged);
    shared?.set(question, merged);
  }

  /** Here and in what replicas share: its parts do not make a whole. */
  forget(question: Question): void {
    const { store, shared } = this.#options;
    store.delete(question);
    shared?.delete(question);
  }

  #latest(question: Question, now: number): number {
    return latestToKeep(question, now, this.#options.freshness);
  }
}
