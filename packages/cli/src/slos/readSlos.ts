import { ProbeFinder } from '@sightline/backstage-plugin-monitoring-backend/offline';
import { Settings } from '../config/readSettings';
import { AnnotatedEntity } from '../entities/AnnotatedEntity';
import { readAnnotatedEntities } from '../entities/readAnnotatedEntities';
import { Source } from '../files/readSources';
import { Problem, sortProblems } from '../problems/Problem';
import { findDoubles } from './findDoubles';
import { FoundSlo } from './FoundSlo';
import { readDocuments } from './readDocuments';
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

function slosOf({ document, monitored }: AnnotatedEntity): FoundSlo[] {
  return (monitored?.environments ?? []).flatMap(({ spec, slos, entityUrl }) =>
    slos.map(slo => ({
      slo,
      file: document.file,
      ...(spec.owner ? { owner: spec.owner } : {}),
      ...(spec.runbook ? { runbook: spec.runbook } : {}),
      ...(entityUrl ? { entityUrl } : {}),
    })),
  );
}

async function readSlosOfEntities(
  sources: Source[],
  settings: Settings,
  discovery: ProbeFinder,
): Promise<ReadSlos> {
  const { entities, problems } = await readAnnotatedEntities(
    sources,
    settings,
    { discovery },
  );
  return {
    slos: entities.flatMap(slosOf),
    problems: [...problems, ...entities.flatMap(unknownSlos)].filter(
      ({ annotation }) =>
        annotation === undefined || OF_SLOS.includes(annotation),
    ),
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
        : readDocuments(sloText, source.name, options, settings),
    ),
  ];
  const slos = found.flatMap(one => one.slos);
  return {
    slos,
    problems: sortProblems(
      [...found.flatMap(({ problems }) => problems), ...findDoubles(slos)],
      sources.map(({ name }) => name),
    ),
  };
}
