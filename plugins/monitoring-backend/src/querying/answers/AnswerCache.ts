import { QueryObserver } from '../QueryObserver';
import { SharedResults } from '../sharing/SharedResults';
import { PanelLine } from './PanelLine';

/** How long a line is given again, in milliseconds: less than a scrape interval. */
const TIME_TO_LIVE = 10_000;

/** What an entry takes beside its bytes and its key. */
const OVERHEAD = 500;

/** Options of {@link AnswerCache.create}. */
export interface AnswerCacheOptions {
  /** Most that is kept. */
  maxBytes: number;
  /** Unix milliseconds. */
  now: () => number;
  observer?: Pick<QueryObserver, 'reused' | 'holds'>;
}

/**
 * Lines as they were sent, for a few seconds, and made once for all who ask at the same time. Who
 * asks has been authorised before.
 */
export class AnswerCache {
  readonly #lines: SharedResults<{ line: PanelLine; size: number }>;
  readonly #observer: AnswerCacheOptions['observer'];

  static create(options: AnswerCacheOptions): AnswerCache {
    return new AnswerCache(options);
  }

  private constructor({ maxBytes, now, observer }: AnswerCacheOptions) {
    this.#observer = observer;
    this.#lines = SharedResults.create({
      timeToLive: TIME_TO_LIVE,
      maxSize: maxBytes,
      sizeOf: ({ size }) => size,
      keep: ({ line }) => line.tag !== undefined,
      now,
    });
  }

  /**
   * @param question - all that the line is made of; the whole of it is compared, and it holds the
   *   points in time that are asked for: once these have moved on, nobody finds the line any more
   * @param make - its signal is aborted when the last of those who wait has left
   * @throws what `make` throws; the signal's reason when the caller gave up
   */
  async get(
    question: { instance: string; key: string },
    make: (signal: AbortSignal) => Promise<PanelLine>,
    options: { signal?: AbortSignal } = {},
  ): Promise<PanelLine> {
    const { instance, key } = question;
    let isMade = false;
    const { line } = await this.#lines.get(
      key,
      async signal => {
        isMade = true;
        const made = await make(signal);
        return { line: made, size: sizeOf(made, key) };
      },
      options,
    );
    if (isMade) {
      const { size, count } = this.#lines;
      this.#observer?.holds({ cache: 'answers', bytes: size, entries: count });
    } else {
      this.#observer?.reused({ instance, bytes: line.bytes.length });
    }
    return line;
  }
}

/** A key is text of two bytes a character at most. */
function sizeOf({ bytes, deflated }: PanelLine, key: string): number {
  return bytes.length + deflated.length + 2 * key.length + OVERHEAD;
}
