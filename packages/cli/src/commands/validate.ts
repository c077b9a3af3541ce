import {
  preferredProbes,
  readEntities,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { ReadingOptions } from '../config/ReadingOptions';
import { readSettings } from '../config/readSettings';
import { entityProblems } from '../entities/AnnotatedEntity';
import { duplicateEntities } from '../entities/duplicateEntities';
import { readEntityDocuments } from '../entities/readEntityDocuments';
import { ExitCode, exitCodes } from '../exitCodes';
import { readSources } from '../files/readSources';
import { count, countProblems } from '../problems/countProblems';
import { formatProblems, ProblemFormat } from '../problems/formatProblems';
import { Problem, sortProblems } from '../problems/Problem';
import { Terminal } from '../Terminal';

/** Options of `sightline validate`. */
export interface ValidateOptions extends ReadingOptions {
  format: ProblemFormat;
  /** Whether warnings fail. */
  strict: boolean;
}

/** What was looked at. */
interface Report {
  files: number;
  entities: number;
  /** Those that ask for monitoring. */
  monitored: number;
  slos: number;
  problems: Problem[];
}

async function check(
  files: string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<Report> {
  const sources = await readSources(files, terminal);
  const settings = await readSettings(options, terminal);
  const read = await Promise.all(sources.map(readEntityDocuments));
  const documents = read.flatMap(file => file.documents);
  const entities = await readEntities(
    documents.map(({ entity }) => entity),
    {
      ...settings,
      config: settings.monitoring,
      discovery: preferredProbes,
    },
  );
  const monitored = entities.flatMap(entity => entity.monitored ?? []);
  return {
    files: sources.length,
    entities: documents.length,
    monitored: monitored.filter(({ monitoring }) => monitoring.spec.optedIn)
      .length,
    slos: monitored
      .flatMap(({ environments }) => environments)
      .flatMap(({ slos }) => slos).length,
    problems: sortProblems(
      [
        ...read.flatMap(file => file.problems),
        ...duplicateEntities(documents),
        ...entities.flatMap((entity, index) =>
          entityProblems(
            { ...entity, document: documents[index] },
            settings.packs,
          ),
        ),
      ],
      sources.map(({ name }) => name),
    ),
  };
}

function summary({ files, entities, monitored, slos, problems }: Report) {
  const { errors, warnings } = countProblems(problems);
  const found =
    problems.length === 0
      ? 'no problems'
      : [
          ...(errors > 0 ? [count(errors, 'error')] : []),
          ...(warnings > 0 ? [count(warnings, 'warning')] : []),
        ].join(', ');
  return `${count(files, 'file')}, ${count(
    entities,
    'entity',
    'entities',
  )}, ${monitored} of them monitored, ${count(slos, 'SLO')}: ${found}\n`;
}

/** `sightline validate`: checks the annotations of catalog files. */
export async function validate(
  files: string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = await check(files, options, terminal);
  if (options.format === 'json') {
    terminal.out(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    terminal.out(formatProblems(report.problems, options.format));
    terminal.err(summary(report));
  }
  const { errors, warnings } = countProblems(report.problems);
  return errors > 0 || (options.strict && warnings > 0)
    ? exitCodes.problems
    : exitCodes.fine;
}
