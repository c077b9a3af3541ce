import { Client, Pool } from 'pg';
import { repeat } from './repeat';

/** Connections that an application keeps. */
const POOLS = { media: 27, auth: 7 } as const;
/** What is left for superusers only makes the server full to everybody else. */
const TROUBLED = 94;
const ROWS = 20_000;

/** What applications do with the databases: reads, writes, now and then a rollback. */
export class PostgresqlLoad {
  readonly #pools: Record<keyof typeof POOLS, Pool>;
  readonly #stops: (() => Promise<void>)[] = [];
  #leaked: Client[] = [];

  private constructor(
    private readonly host: string,
    private readonly isTroubled: () => boolean,
  ) {
    const pool = (database: keyof typeof POOLS) => {
      const created = new Pool({
        host,
        user: 'media_platform',
        database,
        max: POOLS[database],
        idleTimeoutMillis: 0,
      });
      // Connections are lost when the server ends.
      return created.on('error', () => {});
    };
    this.#pools = { media: pool('media'), auth: pool('auth') };
  }

  /** @param host - directory of the server's socket */
  static async start(
    host: string,
    isTroubled: () => boolean,
  ): Promise<PostgresqlLoad> {
    const load = new PostgresqlLoad(host, isTroubled);
    await Promise.all(Object.values(load.#pools).map(pool => load.#fill(pool)));
    load.#stops.push(
      repeat(50, () => load.#work('media')),
      repeat(200, () => load.#work('auth')),
      repeat(500, () => load.#leak()),
    );
    return load;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#stops.map(stop => stop()));
    await this.#release();
    await Promise.all(Object.values(this.#pools).map(pool => pool.end()));
  }

  /** Makes the tables, and opens every connection of the pool. */
  async #fill(pool: Pool): Promise<void> {
    await pool.query(
      `CREATE TABLE item AS SELECT n AS id, repeat(md5(n::text), 15) AS body, 0 AS views FROM generate_series(1, ${ROWS}) n`,
    );
    await pool.query('CREATE UNIQUE INDEX ON item (id)');
    const clients = await Promise.all(
      Array.from({ length: pool.options.max ?? 1 }, () => pool.connect()),
    );
    clients.forEach(client => client.release());
  }

  async #work(database: keyof typeof POOLS): Promise<void> {
    const id = Math.ceil(Math.random() * ROWS);
    const client = await this.#pools[database].connect();
    try {
      await client.query('SELECT body FROM item WHERE id = $1', [id]);
      if (id % 5 === 0) {
        await client.query('BEGIN');
        await client.query('UPDATE item SET views = views + 1 WHERE id = $1', [
          id,
        ]);
        await client.query(id % 50 === 0 ? 'ROLLBACK' : 'COMMIT');
      }
    } finally {
      client.release();
    }
  }

  /** The incident: connections are opened and never given back. */
  async #leak(): Promise<void> {
    if (!this.isTroubled()) {
      await this.#release();
      return;
    }
    const open = POOLS.media + POOLS.auth + this.#leaked.length;
    await Promise.all(
      Array.from({ length: Math.max(0, TROUBLED - open) }, async () => {
        const client = new Client({
          host: this.host,
          user: 'media_platform',
          database: 'media',
        });
        client.on('error', () => {});
        await client.connect();
        this.#leaked.push(client);
        await client.query('BEGIN');
      }),
    );
  }

  async #release(): Promise<void> {
    const leaked = this.#leaked;
    this.#leaked = [];
    await Promise.all(leaked.map(client => client.end()));
  }
}
