import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { MONITORING_ANNOTATION_RENAMED_FROM } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntities, MonitoredEntity } from './types';

/**
 * Gathers the entities that opted in. One that nobody foresaw stops no other; the list is then not
 * complete.
 */
export class EntityCollector {
  readonly #logger: LoggerService;
  readonly #entities: MonitoredEntity[] = [];
  readonly #failedRefs: string[] = [];
  readonly #formerRefs: string[] = [];

  static create(options: { logger: LoggerService }): EntityCollector {
    return new EntityCollector(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** @param monitor - answers `undefined` for an entity that comes later */
  async add(
    entities: Entity[],
    monitor: (
      entity: Entity,
      index: number,
    ) => Promise<MonitoredEntity | undefined>,
  ): Promise<void> {
    const monitored = await Promise.all(
      entities.map((entity, index) =>
        monitor(entity, index).catch(error => this.#failed(entity, error)),
      ),
    );
    for (const one of monitored) {
      if (one?.monitoring.spec.optedIn) {
        this.#entities.push(one);
      }
    }
  }

  /** What a list comes to that was read to its end. */
  whole(): MonitoredEntities {
    return this.#failedRefs.length > 0
      ? {
          entities: this.#entities,
          complete: false,
          failedRefs: this.#failedRefs,
          formerRefs: this.#formerRefs,
        }
      : { entities: this.#entities, complete: true };
  }

  /** What a list comes to whose end nobody knows. */
  part(): MonitoredEntities {
    return { entities: this.#entities, complete: false };
  }

  #failed(entity: Entity, error: unknown): undefined {
    const ref = stringifyEntityRef(entity);
    this.#failedRefs.push(ref);
    const former =
      entity.metadata.annotations?.[MONITORING_ANNOTATION_RENAMED_FROM];
    if (former !== undefined) {
      this.#formerRefs.push(former.trim().toLocaleLowerCase('en-US'));
    }
    this.#logger.error(
      `What ${ref} asks for could not be worked out; what it has is kept: ${stringifyError(
        error,
      )}`,
    );
    return undefined;
  }
}
