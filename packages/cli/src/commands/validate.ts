import { preferredProbes } from '@sightline/backstage-plugin-monitoring-backend/offline';
import { ReadingOptions } from '../config/ReadingOptions';
import { readSettings } from '../config/readSettings';
import { readAnnotatedEntities } from '../entities/readAnnotatedEntities';
import { ExitCode, exitCodes } from '../exitCodes';
import { readSources } from '../files/readSources';
import { count, countProblems } from '../problems/countProblems';
import { formatProblems, ProblemFormat } from '../problems/formatProblems';
import { Problem, sortProblems } from '../problems/Problem';
import { readDocuments } from '../slos/readDocuments';
import { splitSource } from '../slos/splitSource';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

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
  const parts = sources.map(source => ({ source, ...splitSource(source) }));
  const { entities, problems } = await readAnnotatedEntities(
    parts.flatMap(part => part.entities ?? []),
    settings,
    { discovery: preferredProbes },
  );
  const documents = parts.flatMap(({ source, sloText }) =>
    sloText === undefined
      ? []
      : readDocuments(sloText, source.name, {}, settings),
  );
  const monitored = entities.flatMap(entity => entity.monitored ?? []);
  const slos = [
    ...monitored
      .flatMap(({ environments }) => environments)
      .flatMap(environment => environment.slos),
    ...documents.flatMap(document => document.slos),
  ];
  return {
    files: sources.length,
    entities: entities.length,
    monitored: monitored.filter(({ monitoring }) => monitoring.spec.optedIn)
      .length,
    slos: slos.length,
    problems: sortProblems(
      [...problems, ...documents.flatMap(document => document.problems)],
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
  if (report.entities + report.slos + report.problems.length === 0) {
    throw new UsageError('There is nothing to check in what was read');
  }
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
