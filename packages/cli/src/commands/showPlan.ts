import { OfflinePlanner } from '@sightline/backstage-plugin-monitoring-backend/offline';
import { readSettings } from '../config/readSettings';
import { readAnnotatedEntities } from '../entities/readAnnotatedEntities';
import { ExitCode, exitCodes } from '../exitCodes';
import { readSources } from '../files/readSources';
import { formatPlan, isChange } from '../plan/formatPlan';
import { planConfig } from '../plan/planConfig';
import { PlanCommandOptions } from '../plan/PlanCommandOptions';
import { readStates } from '../plan/readStates';
import { countProblems } from '../problems/countProblems';
import { formatProblems } from '../problems/formatProblems';
import { sortProblems } from '../problems/Problem';
import { createClient, probeFinder } from '../servers/createClient';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** `sightline plan`: shows what provisioning would do. */
export async function showPlan(
  files: string[],
  options: PlanCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = await readSources(files, terminal);
  const settings = await readSettings(options, terminal);
  const config = planConfig(settings, options, terminal);
  const client = await createClient(options, terminal);
  const read = await readAnnotatedEntities(sources, settings, {
    config,
    discovery: probeFinder(client, terminal),
  });
  const problems = sortProblems(
    read.problems,
    sources.map(({ name }) => name),
  );
  const broken = countProblems(problems).errors > 0;
  if (read.entities.length === 0 && !broken) {
    throw new UsageError('There are no entities in what was read');
  }
  const planner = OfflinePlanner.create(
    read.entities.flatMap(({ monitored }) => monitored ?? []),
    config,
    { complete: options.all && !broken },
  );
  const states = await readStates(config, planner, options, terminal);
  const { steps, leftOut, errors } = planner.plan(states, terminal.now());
  if (options.format === 'json') {
    terminal.out(
      `${JSON.stringify({ steps, leftOut, errors, problems }, undefined, 2)}\n`,
    );
  } else {
    terminal.err(formatProblems(problems, 'text'));
    errors.forEach(({ entityRef, message }) =>
      terminal.err(`${entityRef}: ${message}\n`),
    );
    terminal.out(
      formatPlan(steps, new Set(states.map(({ target }) => target))),
    );
    leftOut.forEach(reason => terminal.err(`note: left out: ${reason}\n`));
  }
  if (broken || errors.length > 0) {
    return exitCodes.problems;
  }
  return steps.some(isChange) ? exitCodes.changes : exitCodes.fine;
}
