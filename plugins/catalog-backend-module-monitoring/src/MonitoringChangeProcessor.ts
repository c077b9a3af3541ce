import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  EntityChangedPayload,
  MONITORING_ENTITY_CHANGED_TOPIC,
  monitoringFingerprint,
  NOT_MONITORED,
} from '@sightline/backstage-plugin-monitoring-common';

/** The catalog's own processors have 20, and a higher number comes later. */
const AFTER_ALL_OTHERS = 1_000;

const CACHE_KEY = 'fingerprint';

/**
 * Publishes an event when what an entity asks of monitoring is another than when it was last
 * processed. The entity itself is left as it is.
 *
 * @remarks
 * The event comes before readers of the catalog see the entity, hence the fingerprint in it. An
 * entity that is deleted is not processed, so that nothing tells; nor is a changed relation told
 * of that no field of the entity shows. The backend's schedule sees both.
 */
export class MonitoringChangeProcessor implements CatalogProcessor {
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  static create(options: {
    events: EventsService;
    logger: LoggerService;
  }): MonitoringChangeProcessor {
    return new MonitoringChangeProcessor(options);
  }

  private constructor(options: {
    events: EventsService;
    logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  getProcessorName(): string {
    return 'MonitoringChangeProcessor';
  }

  getPriority(): number {
    return AFTER_ALL_OTHERS;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const fingerprint = monitoringFingerprint(entity);
    const before = (await cache.get<string>(CACHE_KEY)) ?? NOT_MONITORED;
    if (fingerprint !== before) {
      await cache.set(CACHE_KEY, fingerprint);
      this.#publish({ entityRef: stringifyEntityRef(entity), fingerprint });
    }
    return entity;
  }

  /** Not waited for: the event is delivered to its subscribers before `publish` returns. */
  #publish(payload: EntityChangedPayload): void {
    this.#events
      .publish({
        topic: MONITORING_ENTITY_CHANGED_TOPIC,
        eventPayload: payload,
      })
      .catch(error =>
        this.#logger.warn(
          `The change of ${
            payload.entityRef
          } could not be told; the next scheduled run sees it: ${stringifyError(
            error,
          )}`,
        ),
      );
  }
}
