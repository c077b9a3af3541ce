import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { Row } from './rows';

const KEYS = 'monitoring_fingerprint_keys';
const ID = 'contact-points';

/** The key of the hashes by which secrets are compared, made once for all replicas. */
export class FingerprintKeyTable {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async key(): Promise<string> {
    await this.#database(KEYS)
      .insert({ id: ID, key: randomBytes(32).toString('hex') })
      .onConflict('id')
      .ignore();
    const row: Row = await this.#database(KEYS).where({ id: ID }).first();
    return row.key;
  }
}
