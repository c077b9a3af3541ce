import { SourceHealth } from '@sightline/backstage-plugin-monitoring-common';

/** Remembers of one source when it last answered, and whether it does. */
export class SourceHealthTracker {
  readonly #source: string;
  readonly #title: string;
  #lastSuccessAt?: Date;
  #failing = false;

  /**
   * @param kind - for people: `Prometheus`
   * @param id - of the configured instance
   */
  static create(kind: string, id: string): SourceHealthTracker {
    return new SourceHealthTracker(kind, id);
  }

  private constructor(kind: string, id: string) {
    this.#source = `${kind.toLowerCase()}:${id}`;
    this.#title = `${kind} '${id}'`;
  }

  succeeded(at: Date): void {
    this.#lastSuccessAt = at;
    this.#failing = false;
  }

  /** @returns whether it worked until now */
  failed(): boolean {
    const first = !this.#failing;
    this.#failing = true;
    return first;
  }

  /** When a source that does not answer last did; `undefined` while it does, and when it never did. */
  get awaySince(): Date | undefined {
    return this.#failing ? this.#lastSuccessAt : undefined;
  }

  /** Why figures of this source are not of now; `undefined` when they are. */
  get staleReason(): string | undefined {
    return this.#failing ? this.#message() : undefined;
  }

  /**
   * @param now - for telling a source that has gone quiet
   * @param patience - from here on a figure is stale, in milliseconds
   */
  health(now: Date, patience: number): SourceHealth {
    const lastSuccessAt = this.#lastSuccessAt?.toISOString();
    const base = { source: this.#source, lastSuccessAt };
    if (this.#failing) {
      return { ...base, state: 'unreachable', message: this.#message() };
    }
    if (!this.#lastSuccessAt) {
      return {
        ...base,
        state: 'starting',
        message: `${this.#title} has not been read yet`,
      };
    }
    if (now.getTime() - this.#lastSuccessAt.getTime() > patience) {
      return {
        ...base,
        state: 'stale',
        message: `${
          this.#title
        } answers slower than it is read; figures are late`,
      };
    }
    return { ...base, state: 'ok' };
  }

  #message(): string {
    return `${this.#title} does not answer. ${
      this.#lastSuccessAt
        ? `What is shown was last known at ${this.#lastSuccessAt
            .toISOString()
            .slice(11, 16)} UTC`
        : 'Nothing is known of it yet'
    }; it is tried again by itself`;
  }
}
