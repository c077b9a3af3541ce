import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  MONITORING_ENTITY_CHANGED_TOPIC,
  monitoringFingerprint,
  NOT_MONITORED,
} from '@sightline/backstage-plugin-monitoring-common';
import limit from 'p-limit';
import { setTimeout as wait } from 'node:timers/promises';
import { OwnCatalog, readOwn } from '../readOwn';
import { readPayload } from './readPayload';

/** Entities that are waited for at once. */
const AT_ONCE = 4;
/** With more waiting, one run over all is cheaper than as many of one entity. */
const MOST_WAITING = 50;
/** In milliseconds. */
const POLL = 250;
const GIVE_UP_AFTER = 30_000;

/** What an {@link EntityChangeListener} needs. */
export interface EntityChangeListenerOptions extends OwnCatalog {
  /** Does one entity. */
  reconcile: (entityRef: string, signal: AbortSignal) => Promise<unknown>;
  /** Asks for a run over all. */
  reconcileAll: () => Promise<void>;
  logger: LoggerService;
  now?: () => Date;
  /** In milliseconds: between two looks at the catalog; by default 250. */
  poll?: number;
}

/**
 * Reconciles an entity when the catalog says that what it asks for changed. The event comes before
 * readers of the catalog see the change, so it is waited for.
 */
export class EntityChangeListener {
  readonly #options: EntityChangeListenerOptions;
  readonly #now: () => Date;
  readonly #poll: number;
  readonly #stop = new AbortController();
  readonly #atOnce = limit(AT_ONCE);
  /** By entity ref: the newest content that was announced. */
  readonly #waiting = new Map<string, string>();

  static create(options: EntityChangeListenerOptions): EntityChangeListener {
    return new EntityChangeListener(options);
  }

  private constructor(options: EntityChangeListenerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#poll = options.poll ?? POLL;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'provisioning',
      topics: [MONITORING_ENTITY_CHANGED_TOPIC],
      onEvent: async ({ eventPayload }) => this.#enqueue(eventPayload),
    });
  }

  /** Waits for nothing any more. */
  stop(): void {
    this.#stop.abort();
    this.#waiting.clear();
  }

  /** Returns at once: who publishes waits for it. */
  #enqueue(eventPayload: unknown): void {
    const payload = readPayload(eventPayload);
    if (!payload || this.#stop.signal.aborted) {
      return;
    }
    const { entityRef, fingerprint } = payload;
    const known = this.#waiting.has(entityRef);
    this.#waiting.set(entityRef, fingerprint);
    if (this.#waiting.size > MOST_WAITING) {
      this.#waiting.clear();
      this.#log(this.#options.reconcileAll(), 'A run over all');
    } else if (!known) {
      this.#log(
        this.#atOnce(() => this.#handle(entityRef)),
        `A run of ${entityRef}`,
      );
    }
  }

  async #handle(entityRef: string): Promise<void> {
    const seen = await this.#isSeen(entityRef).finally(() =>
      this.#waiting.delete(entityRef),
    );
    if (seen) {
      await this.#options.reconcile(entityRef, this.#stop.signal);
    }
  }

  /** Whether the catalog comes to show what was announced; the schedule does what it does not. */
  async #isSeen(entityRef: string): Promise<boolean> {
    const { signal } = this.#stop;
    const giveUpAt = this.#now().getTime() + GIVE_UP_AFTER;
    for (;;) {
      const wanted = this.#waiting.get(entityRef);
      if (wanted === undefined || signal.aborted) {
        return false;
      }
      const found = await readOwn(this.#options, entityRef);
      const fingerprint = found
        ? monitoringFingerprint(found.entity)
        : NOT_MONITORED;
      // A newer change may have been announced while the catalog was asked.
      if (fingerprint === this.#waiting.get(entityRef)) {
        return true;
      }
      if (this.#now().getTime() >= giveUpAt) {
        return false;
      }
      await wait(this.#poll, undefined, { signal });
    }
  }

  #log(work: Promise<unknown>, what: string): void {
    work.catch(error => {
      if (!this.#stop.signal.aborted) {
        this.#options.logger.warn(
          `${what} could not be started after a change of the catalog; the schedule does it: ${stringifyError(
            error,
          )}`,
        );
      }
    });
  }
}
