import {
  PackRegistry,
  ReadEntity,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import {
  AnnotationProblem,
  MONITORING_ANNOTATION_PACKS,
  MONITORING_ANNOTATIONS,
  nearestName,
} from '@sightline/backstage-plugin-monitoring-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Problem } from '../problems/Problem';
import { EntityDocument, Place } from './EntityDocument';

const KNOWN: readonly string[] = MONITORING_ANNOTATIONS;

/** An entity of a file and what its annotations come to. */
export interface AnnotatedEntity extends ReadEntity {
  document: EntityDocument;
}

/** The first thing in quotes that a message says of a value, where the value has it. */
function quotedOffset(message: string, value: string): number {
  for (const [, quoted] of message.matchAll(/'([^']+)'/g)) {
    const offset = value.indexOf(quoted);
    if (offset >= 0) {
      return offset;
    }
  }
  return 0;
}

function placeOf(
  { annotation, position, message }: AnnotationProblem,
  document: EntityDocument,
): Place {
  const value = document.entity.metadata.annotations?.[annotation];
  if (!KNOWN.includes(annotation) || typeof value !== 'string') {
    return document.keyPlace(annotation);
  }
  return document.valuePlace(
    annotation,
    position?.offset ?? quotedOffset(message, value),
  );
}

/** A pack that is not built in: a slip of the pen when it is nearly one that is. */
function unknownPack(
  { annotation, message }: AnnotationProblem,
  packs: PackRegistry,
): Pick<Problem, 'severity' | 'message' | 'example'> | undefined {
  const [, id] = /^There is no pack '([^']+)'/.exec(message) ?? [];
  if (annotation !== MONITORING_ANNOTATION_PACKS || id === undefined) {
    return undefined;
  }
  const known = packs.list().map(pack => pack.id);
  return nearestName(id, known)
    ? undefined
    : {
        severity: 'warning',
        message: `The pack '${id}' is not built in, so what it brings is not checked. When a module of the portal adds it, name the module with --pack-module; built in are: ${known.join(
          ', ',
        )}`,
        example: undefined,
      };
}

/** Here nobody asks again by itself. */
function withoutPortal(message: string): string {
  return message.replace(
    'no Prometheus has answered yet. It is asked again by itself; to go on without asking, name',
    'no Prometheus was asked, or none answered. Give its address with --prometheus, or name',
  );
}

/** What is wrong with an entity's annotations, at its places. */
export function entityProblems(
  { document, monitored, error }: AnnotatedEntity,
  packs: PackRegistry,
): Problem[] {
  const entity = stringifyEntityRef(document.entity);
  if (!monitored) {
    return [
      {
        ...document.place,
        severity: 'error',
        message: `This entity could not be worked out: ${error}`,
        entity,
      },
    ];
  }
  return monitored.monitoring.problems.map(problem => ({
    ...placeOf(problem, document),
    severity: problem.severity,
    message: withoutPortal(problem.message),
    ...(problem.example === undefined ? {} : { example: problem.example }),
    ...unknownPack(problem, packs),
    entity,
    annotation: problem.annotation,
  }));
}
