import { MonitoringCatalog } from '../catalog';
import { SHARED_SLOS_OWNER } from '../targets';
import { MonitoringConfig } from '../config';
import { Desired, desiredObjects, nothingDesired } from './desired';
import { OwnCatalog, readOwn } from './readOwn';

/** What the catalog asks for, over all or for one entity. */
export interface Wanted {
  desired: Desired;
  /** Entities that ask for something, and those that could not be worked out. */
  entityRefs: string[];
  entities: number;
  /** Whether the catalog was read to its end. */
  complete: boolean;
  /** Entities that could not be worked out, or of which a part is not known. */
  errors: { entityRef: string; message: string }[];
  /** Entities of which nothing may be deleted, since nobody knows what they ask for. */
  keptEntities: Set<string>;
  /** Objects of all entities that a run of one leaves to the run over all. */
  left: number;
}

const NOTHING: Wanted = {
  desired: nothingDesired(),
  entityRefs: [],
  entities: 0,
  complete: true,
  errors: [],
  keptEntities: new Set(),
  left: 0,
};

function errorsOf({ errors, incomplete }: Desired): Wanted['errors'] {
  return [
    ...errors,
    ...[...incomplete].map(([entityRef, reason]) => ({
      entityRef,
      message: `${reason}. What ${entityRef} has is kept; nothing of it is rewritten or deleted until that is mended`,
    })),
  ];
}

async function readAll(
  catalog: MonitoringCatalog,
  config: MonitoringConfig,
  signal: AbortSignal | undefined,
): Promise<Wanted> {
  const {
    entities,
    complete,
    failedRefs = [],
    formerRefs = [],
  } = await catalog.readAll({
    signal,
  });
  signal?.throwIfAborted();
  const readToEnd = complete || failedRefs.length > 0;
  const desired = desiredObjects(entities, config, { complete });
  return {
    desired,
    entityRefs: [
      ...entities.map(({ monitoring }) => monitoring.spec.entityRef),
      ...failedRefs,
    ],
    entities: entities.length,
    complete: readToEnd,
    errors: [
      ...failedRefs.map(entityRef => ({
        entityRef,
        message: `What ${entityRef} asks for could not be worked out; what it has is kept`,
      })),
      ...errorsOf(desired),
    ],
    keptEntities: new Set([...failedRefs, ...formerRefs]),
    left: 0,
  };
}

async function readOne(
  own: OwnCatalog,
  config: MonitoringConfig,
  entityRef: string,
): Promise<Wanted> {
  const found = await readOwn(own, entityRef);
  const asking = found?.monitoring.spec.optedIn ? [found] : [];
  const desired = desiredObjects(asking, config, { complete: false });
  const alone = desired.objects.filter(
    object => object.entityRef === entityRef,
  );
  const shared = desired.objects.filter(
    object => object.entityRef !== entityRef,
  );
  // It is made of all entities: of one alone it would be wrong.
  const makeable = shared.filter(
    object =>
      object.kind !== 'alertmanager-config' &&
      object.entityRef !== SHARED_SLOS_OWNER,
  );
  const incomplete = new Map(
    [...desired.incomplete].filter(([ref]) => ref === entityRef),
  );
  const narrowed = {
    ...desired,
    objects: [...makeable, ...alone],
    incomplete,
  };
  return {
    desired: narrowed,
    entityRefs: asking.length > 0 ? [entityRef] : [],
    entities: asking.length,
    complete: true,
    errors: errorsOf(narrowed),
    keptEntities: new Set(),
    left: shared.filter(object => object.entityRef !== SHARED_SLOS_OWNER)
      .length,
  };
}

/**
 * What should exist, over all or for one entity.
 *
 * @throws when one entity is asked for and the catalog does not answer
 */
export async function readWanted(
  source: { catalog: MonitoringCatalog } & OwnCatalog,
  config: MonitoringConfig,
  options: { entityRef?: string; signal?: AbortSignal },
): Promise<Wanted> {
  if (config.provisioning.mode === 'remove') {
    return NOTHING;
  }
  return options.entityRef
    ? readOne(source, config, options.entityRef)
    : readAll(source.catalog, config, options.signal);
}
