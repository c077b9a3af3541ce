import { createHmac } from 'node:crypto';

/** Secrets of one integration, as nobody can read them back. */
export interface SecretPrints {
  /** Tells under which key they were made. */
  key: string;
  prints: Record<string, string>;
}

/**
 * Keyed hashes of secrets (HMAC-SHA256). Who reads them without the key can neither find a secret
 * by trying nor see that two are the same.
 */
export class Fingerprints {
  readonly #key: string;
  /** Of the key itself. */
  readonly id: string;

  static create(options: { key: string }): Fingerprints {
    return new Fingerprints(options.key);
  }

  private constructor(key: string) {
    this.#key = key;
    this.id = this.#hash('key').slice(0, 12);
  }

  /** Of one secret in its place. */
  of(uid: string, setting: string, secret: string): string {
    return this.#hash(JSON.stringify([uid, setting, secret]));
  }

  ofAll(uid: string, secrets: Record<string, string>): SecretPrints {
    return {
      key: this.id,
      prints: Object.fromEntries(
        Object.entries(secrets).map(([setting, secret]) => [
          setting,
          this.of(uid, setting, secret),
        ]),
      ),
    };
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key)
      .update(text)
      .digest('hex')
      .slice(0, 32);
  }
}
