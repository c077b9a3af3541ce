import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { decodeExtents, encodeExtents } from './encodeExtents';
import { Extent } from './extents';
import { Question } from './readQuestion';

/** Whoever opens a page waits for it; Prometheus itself takes hardly longer. In milliseconds. */
const READ_WITHIN = 250;
/** Reads at the same time; a store that hangs is not asked, nor waited for, once it holds these. */
const MOST_READS = 64;
/** How often one entry is written, in milliseconds: an open dashboard changes it at each refresh. */
const WRITE_EVERY = 30_000;
/** Writes at the same time; a store that hangs holds no more than these. */
const MOST_WRITES = 8;
/** Entries whose last write is remembered. */
const MOST_REMEMBERED = 10_000;
/** Longest value, packed; stores of the memcache kind take no more. */
const MOST_CHARACTERS = 1024 * 1024;
/** Longest value, unpacked. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Options of {@link SharedRangeStore.create}. */
export interface SharedRangeStoreOptions {
  cache: CacheService;
  /** How long an entry stays, in milliseconds. */
  maxAge: number;
  logger: LoggerService;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * What all replicas of the backend know of range queries, in Backstage's cache service. It is a
 * help alone: when it fails, or takes too long, nothing is known there.
 */
export class SharedRangeStore {
  readonly #options: SharedRangeStoreOptions;
  readonly #written = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  readonly #reading = new Map<string, Promise<Extent[] | undefined>>();
  #writing = 0;
  #isFailing = false;

  static create(options: SharedRangeStoreOptions): SharedRangeStore {
    return new SharedRangeStore(options);
  }

  private constructor(options: SharedRangeStoreOptions) {
    this.#options = options;
  }

  /** Never throws. */
  async get({ hash, key }: Question): Promise<Extent[] | undefined> {
    const reading = this.#reading.get(hash) ?? this.#start(hash, key);
    if (!reading) {
      return undefined;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>(resolve => {
      timer = setTimeout(() => resolve(undefined), READ_WITHIN);
    });
    try {
      return await Promise.race([reading, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Writes in the background, and not each time. Never throws. */
  async set({ hash, key }: Question, extents: Extent[]): Promise<void> {
    const { now, cache, maxAge } = this.#options;
    const written = this.#written.get(hash) ?? -Infinity;
    if (now() < written + WRITE_EVERY || this.#writing >= MOST_WRITES) {
      return;
    }
    this.#written.set(hash, now());
    this.#writing += 1;
    try {
      const packed = await promisify(gzip)(encodeExtents(key, extents), {
        level: 1,
      });
      const text = packed.toString('base64');
      if (text.length <= MOST_CHARACTERS) {
        await cache.set(nameOf(hash), text, { ttl: maxAge });
        this.#isFailing = false;
      }
    } catch (error) {
      this.#report(error);
    } finally {
      this.#writing -= 1;
    }
  }

  /** In the background. Never throws. */
  async delete({ hash }: Question): Promise<void> {
    // What was known when it was forgotten is not written any more.
    this.#written.set(hash, this.#options.now());
    try {
      await this.#options.cache.delete(nameOf(hash));
    } catch (error) {
      this.#report(error);
    }
  }

  #start(hash: string, key: string): Promise<Extent[] | undefined> | undefined {
    if (this.#reading.size >= MOST_READS) {
      return undefined;
    }
    const reading = this.#read(hash, key).finally(() =>
      this.#reading.delete(hash),
    );
    this.#reading.set(hash, reading);
    return reading;
  }

  async #read(hash: string, key: string): Promise<Extent[] | undefined> {
    try {
      const text = await this.#options.cache.get(nameOf(hash));
      if (typeof text !== 'string') {
        return undefined;
      }
      const bytes = await promisify(gunzip)(Buffer.from(text, 'base64'), {
        maxOutputLength: MOST_BYTES,
      });
      return decodeExtents(key, bytes);
    } catch (error) {
      this.#report(error);
      return undefined;
    }
  }

  /** Once until it works again. */
  #report(error: unknown): void {
    if (!this.#isFailing) {
      this.#isFailing = true;
      this.#options.logger.warn(
        `The cache store does not help with range queries, which are asked for as a whole instead: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

function nameOf(hash: string): string {
  return `ranges:${hash}`;
}
