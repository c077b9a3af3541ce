import Redis from 'ioredis';
import { repeat } from './repeat';

/** Cached things: 2,500 of 14 kB fill somewhat more than half of the memory. */
const KEYS = 2_500;
const VALUE = 'x'.repeat(14_000);
/** Written at once while memory fills: 5 MB. */
const BATCH = 300;

/** What services do with a cache: look up, write again, forget. */
export class RedisLoad {
  readonly #stops: (() => Promise<void>)[];
  #filled = 0;

  private constructor(
    private readonly redis: Redis,
    private readonly isTroubled: () => boolean,
  ) {
    this.#stops = [
      repeat(100, () => this.#lookUp()),
      repeat(300, () => this.#fill()),
    ];
  }

  static async start(
    redis: Redis,
    isTroubled: () => boolean,
  ): Promise<RedisLoad> {
    const pipeline = redis.pipeline();
    for (let key = 0; key < KEYS; key += 1) {
      pipeline.set(`media:${key}`, VALUE);
    }
    await pipeline.exec();
    return new RedisLoad(redis, isTroubled);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#stops.map(stop => stop()));
  }

  /** One of fourteen asks for what is not cached; an evicted key is written again. */
  async #lookUp(): Promise<void> {
    const key = Math.floor(Math.random() * KEYS * 1.07);
    const found = await this.redis.get(`media:${key}`);
    if (found === null && key < KEYS && !this.isTroubled()) {
      await this.redis.set(`media:${key}`, VALUE);
    }
    await this.redis.set(`session:${Date.now()}`, key, 'EX', 30);
    await this.redis.incr('requests');
  }

  /** The incident: far more is cached than there is room for. */
  async #fill(): Promise<void> {
    if (!this.isTroubled()) {
      await this.#clear();
      return;
    }
    const pipeline = this.redis.pipeline();
    for (let key = 0; key < BATCH; key += 1) {
      this.#filled += 1;
      pipeline.set(`filling:${this.#filled % 3_600}`, VALUE);
    }
    await pipeline.exec();
  }

  async #clear(): Promise<void> {
    if (this.#filled === 0) {
      return;
    }
    const keys = Array.from({ length: 3_600 }, (_, key) => `filling:${key}`);
    await this.redis.unlink(...keys);
    this.#filled = 0;
  }
}
