import {
  ProvisioningRun,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';

type RunError = ProvisioningRun['errors'][number];

/** The entity that an error is about; none when it is about a target. */
function entityOf({ entityRef, key }: RunError): string | undefined {
  return entityRef ?? key?.split('|')[0];
}

/** Every entity that a brake names. */
export function entitiesOfBrake(brake: PruneBrake | undefined): string[] {
  return brake?.entities.map(({ entityRef }) => entityRef) ?? [];
}

/** Every entity that a run names. */
export function entitiesOfRun(run: ProvisioningRun | undefined): string[] {
  return run
    ? [run.entityRef, ...run.errors.map(entityOf)]
        .filter(ref => ref !== undefined)
        .concat(entitiesOfBrake(run.brake))
    : [];
}

/** A brake without the entities of which the reader may not be told; its counts are those of all. */
export function limitBrake(brake: PruneBrake, told: Set<string>): PruneBrake {
  return {
    ...brake,
    entities: brake.entities.filter(({ entityRef }) => told.has(entityRef)),
  };
}

/**
 * A run without the entities of which the reader may not be told; its counts are those of all.
 *
 * @returns `undefined` when the whole run is about such an entity
 */
export function limitRun(
  run: ProvisioningRun,
  told: Set<string>,
): ProvisioningRun | undefined {
  if (run.entityRef !== undefined && !told.has(run.entityRef)) {
    return undefined;
  }
  return {
    ...run,
    errors: run.errors.filter(error => {
      const ref = entityOf(error);
      return ref === undefined || told.has(ref);
    }),
    ...(run.brake && { brake: limitBrake(run.brake, told) }),
  };
}
