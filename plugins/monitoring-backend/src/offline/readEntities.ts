import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  MonitoringSpec,
  Parsed,
  parseMonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../catalog';
import { annotationOptions } from '../catalog/AnnotationReader';
import { decideFormerName } from '../catalog/decideFormerName';
import { EnvironmentResolver } from '../catalog/EnvironmentResolver';
import { MonitoringConfig } from '../config';
import { describeError } from '../describeError';
import { createResolver, PackRegistry, ProbeFinder } from '../packs';

/**
 * How {@link readEntities} reads.
 *
 * @public
 */
export interface ReadEntitiesOptions {
  config: MonitoringConfig;
  /** `false`: nobody said which servers, channels and mute timings there are, and any is accepted. */
  configured: boolean;
  packs: PackRegistry;
  /** Finds which metrics entities have. */
  discovery: ProbeFinder;
  /** Base URL of the portal, for links. */
  portalUrl?: string;
}

/**
 * What one entity comes to.
 *
 * @public
 */
export interface ReadEntity {
  entity: Entity;
  /** Absent when it could not be worked out. */
  monitored?: MonitoredEntity;
  /** Why it could not, for people. */
  error?: string;
}

/** Settles claims to former names among the entities that were read, which are all that is known. */
function settleNames(
  parsed: Parsed<MonitoringSpec>[],
  refs: ReadonlySet<string>,
): Parsed<MonitoringSpec>[] {
  return parsed.map(one => {
    const { entityRef, renamedFrom } = one.value;
    return renamedFrom === undefined
      ? one
      : decideFormerName(one, {
          taken: refs.has(renamedFrom),
          claimants: parsed
            .map(({ value }) => value)
            .filter(
              other =>
                other.renamedFrom === renamedFrom &&
                other.entityRef !== entityRef,
            )
            .map(other => other.entityRef),
        });
  });
}

/**
 * What entities' annotations come to, as in the portal's backend but without a catalog. One that
 * cannot be worked out stops no other.
 *
 * @returns in the order of the entities
 * @public
 */
export async function readEntities(
  entities: Entity[],
  options: ReadEntitiesOptions,
): Promise<ReadEntity[]> {
  const { config } = options;
  const resolver = EnvironmentResolver.create({
    config,
    resolve: createResolver(options),
  });
  const known = annotationOptions(config);
  const parsed = entities.map(entity =>
    parseMonitoringSpec(
      entity,
      options.configured
        ? known
        : {
            ...known,
            knownPrometheus: undefined,
            knownGrafana: undefined,
            knownChannels: undefined,
            knownMuteTimings: undefined,
          },
    ),
  );
  const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
  const settled = settleNames(parsed, refs);
  return Promise.all(
    entities.map(async (entity, index): Promise<ReadEntity> => {
      try {
        const monitored = await resolver.resolve(entity, settled[index]);
        return { entity, monitored };
      } catch (error) {
        return { entity, error: describeError(error) };
      }
    }),
  );
}
