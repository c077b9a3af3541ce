import {
  MonitoringConfig,
  ProbeFinder,
  readEntities,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { Settings } from '../config/readSettings';
import { Source } from '../files/readSources';
import { Problem } from '../problems/Problem';
import { AnnotatedEntity, entityProblems } from './AnnotatedEntity';
import { duplicateEntities } from './duplicateEntities';
import { readEntityDocuments } from './readEntityDocuments';

/** The entities of some files, and what is wrong with their annotations. */
export interface AnnotatedEntities {
  entities: AnnotatedEntity[];
  problems: Problem[];
}

/**
 * Reads the entities of some files and works out what their annotations come to.
 *
 * @param options - `discovery`: finds which metrics the entities have; `config`: instead of that
 *   of the settings
 */
export async function readAnnotatedEntities(
  sources: Source[],
  settings: Settings,
  options: { discovery: ProbeFinder; config?: MonitoringConfig },
): Promise<AnnotatedEntities> {
  const { discovery, config = settings.monitoring } = options;
  const files = await Promise.all(sources.map(readEntityDocuments));
  const documents = files.flatMap(file => file.documents);
  const read = await readEntities(
    documents.map(({ entity }) => entity),
    { ...settings, config, discovery },
  );
  const entities = read.map((entity, index) => ({
    ...entity,
    document: documents[index],
  }));
  return {
    entities,
    problems: [
      ...files.flatMap(file => file.problems),
      ...duplicateEntities(documents),
      ...entities.flatMap(entity => entityProblems(entity, settings.packs)),
    ],
  };
}
