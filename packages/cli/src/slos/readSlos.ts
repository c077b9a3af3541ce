import {
  ProbeFinder,
  readEntities,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { parseSloDocuments } from '@sightline/backstage-plugin-monitoring-common';
import { Settings } from '../config/readSettings';
import { AnnotatedEntity, entityProblems } from '../entities/AnnotatedEntity';
import { duplicateEntities } from '../entities/duplicateEntities';
import { readEntityDocuments } from '../entities/readEntityDocuments';
import { Source } from '../files/readSources';
import { Problem, sortProblems } from '../problems/Problem';
import { bindDefinitions } from './bindDefinitions';
import { documentProblems } from './documentProblems';
import { findDoubles } from './findDoubles';
import { FoundSlo } from './FoundSlo';
import { SloOptions } from './SloOptions';
import { splitSource } from './splitSource';

/** The SLOs of some files. */
export interface ReadSlos {
  slos: FoundSlo[];
  /** Sorted. */
  problems: Problem[];
}

/** Annotations whose faults leave out SLOs, or measure them on others' series. */
const OF_SLOS = [
  'monitoring/packs',
  'monitoring/slos',
  'monitoring/selector',
  'monitoring/environments',
  'monitoring/renamed-from',
];

/**
 * SLOs that an entity asks for, and of which nobody knows how they are measured: a pack is missing,
 * or does not know the metrics. In a portal what there is would stay; here it would be lost.
 */
function unknownSlos({ document, monitored }: AnnotatedEntity): Problem[] {
  const unknown = (monitored?.environments ?? []).find(
    ({ incomplete, slos, spec }) =>
      incomplete && slos.length < spec.slos.length + spec.sloDefinitions.length,
  );
  return unknown
    ? [
        {
          ...document.valuePlace('monitoring/slos', 0),
          severity: 'error',
          message: `Not all SLOs of this entity are known: ${unknown.incomplete}`,
          entity: unknown.spec.entityRef,
          annotation: 'monitoring/slos',
        },
      ]
    : [];
}

async function readSlosOfEntities(
  sources: Source[],
  settings: Settings,
  discovery: ProbeFinder,
): Promise<ReadSlos> {
  const files = await Promise.all(sources.map(readEntityDocuments));
  const documents = files.flatMap(file => file.documents);
  const entities = await readEntities(
    documents.map(({ entity }) => entity),
    { ...settings, config: settings.monitoring, discovery },
  );
  const annotated = entities.map((entity, index) => ({
    ...entity,
    document: documents[index],
  }));
  return {
    slos: annotated.flatMap(({ monitored, document }) =>
      (monitored?.environments ?? []).flatMap(({ spec, slos, entityUrl }) =>
        slos.map(slo => ({
          slo,
          file: document.file,
          ...(spec.owner ? { owner: spec.owner } : {}),
          ...(spec.runbook ? { runbook: spec.runbook } : {}),
          ...(entityUrl ? { entityUrl } : {}),
        })),
      ),
    ),
    problems: [
      ...files.flatMap(file => file.problems),
      ...duplicateEntities(documents),
      ...annotated
        .flatMap(entity => [
          ...entityProblems(entity, settings.packs),
          ...unknownSlos(entity),
        ])
        .filter(
          ({ annotation }) =>
            annotation === undefined || OF_SLOS.includes(annotation),
        ),
    ],
  };
}

function readSlosOfDocuments(
  source: Source,
  text: string,
  options: SloOptions,
  settings: Settings,
): ReadSlos {
  const { definitions, problems } = parseSloDocuments(text);
  return {
    slos: bindDefinitions(definitions, source.name, options, settings),
    problems: documentProblems(problems, source.name),
  };
}

/**
 * All SLOs of some files, of catalog entities as of OpenSLO and Sloth, and what is wrong with
 * those that are not among them.
 *
 * @param discovery - finds which metrics the entities have
 */
export async function readSlos(
  sources: Source[],
  options: SloOptions,
  settings: Settings,
  discovery: ProbeFinder,
): Promise<ReadSlos> {
  const parts = sources.map(source => ({ source, ...splitSource(source) }));
  const found = [
    await readSlosOfEntities(
      parts.flatMap(({ entities }) => entities ?? []),
      settings,
      discovery,
    ),
    ...parts.map(({ source, sloText }) =>
      sloText === undefined
        ? { slos: [], problems: [] }
        : readSlosOfDocuments(source, sloText, options, settings),
    ),
  ];
  const slos = found.flatMap(one => one.slos);
  const doubles = findDoubles(slos);
  return {
    slos,
    problems: sortProblems(
      [...found.flatMap(({ problems }) => problems), ...doubles],
      sources.map(({ name }) => name),
    ),
  };
}
