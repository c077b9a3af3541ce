import { LRUCache } from 'lru-cache';
import { QueryObserver } from '../QueryObserver';
import { Extent } from './extents';
import { Question } from './readQuestion';
import { sizeOfExtents } from './sizeOfExtents';

interface Entry {
  /** Compared on reading: the store goes by a hash of it. */
  key: string;
  extents: readonly Extent[];
}

/** What an entry takes beside what it knows, in bytes. */
const ENTRY_OVERHEAD = 500;
/** The largest share of the whole that one entry may take. */
const LARGEST_SHARE = 1 / 8;

/** What is known of range queries in this process, bounded in bytes; the least used goes first. */
export class RangeStore {
  readonly #entries: LRUCache<string, Entry>;
  readonly #observer?: Pick<QueryObserver, 'holds'>;

  /** @param options - `maxBytes`: over all instances */
  static create(options: {
    maxBytes: number;
    observer?: Pick<QueryObserver, 'holds'>;
  }): RangeStore {
    return new RangeStore(options);
  }

  private constructor(options: {
    maxBytes: number;
    observer?: Pick<QueryObserver, 'holds'>;
  }) {
    this.#observer = options.observer;
    this.#entries = new LRUCache({
      maxSize: options.maxBytes,
      maxEntrySize: Math.max(1, Math.floor(options.maxBytes * LARGEST_SHARE)),
      sizeCalculation: ({ key, extents }) =>
        ENTRY_OVERHEAD + key.length + sizeOfExtents(extents),
    });
  }

  /** In bytes. */
  get size(): number {
    return this.#entries.calculatedSize;
  }

  get({ hash, key }: Question): readonly Extent[] | undefined {
    const entry = this.#entries.get(hash);
    return entry?.key === key ? entry.extents : undefined;
  }

  set({ hash, key }: Question, extents: readonly Extent[]): void {
    this.#entries.set(hash, { key, extents });
    this.#report();
  }

  delete({ hash }: Question): void {
    this.#entries.delete(hash);
    this.#report();
  }

  #report(): void {
    this.#observer?.holds({
      cache: 'ranges',
      bytes: this.size,
      entries: this.#entries.size,
    });
  }
}
