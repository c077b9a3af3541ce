import {
  parseSloDocuments,
  sloWarnings,
} from '@sightline/backstage-plugin-monitoring-common';
import { Settings } from '../config/readSettings';
import { Problem } from '../problems/Problem';
import { bindDefinitions } from './bindDefinitions';
import { documentProblems } from './documentProblems';
import { FoundSlo } from './FoundSlo';
import { SloOptions } from './SloOptions';

/** Where a document gives itself a name; its first line when that is not found. */
function lineOfName(text: string, name: string): number {
  const index = text
    .split('\n')
    .findIndex(
      line =>
        /^\s*(?:-\s+)?name:\s*["']?([^\s"']+)["']?\s*$/.exec(line)?.[1] ===
        name,
    );
  return index < 0 ? 1 : index + 1;
}

/** What SLOs of documents will not do; of those of annotations, the annotations tell. */
function warningsOf(found: FoundSlo[], text: string): Problem[] {
  return found.flatMap(({ slo, file, definition }) =>
    sloWarnings(slo).map(({ message }) => ({
      file,
      line: lineOfName(text, definition?.name ?? ''),
      column: 1,
      severity: 'warning' as const,
      message,
      entity: slo.entityRef,
    })),
  );
}

/** The SLOs of a file of OpenSLO, Sloth or Pyrra, and what is wrong with it. */
export function readDocuments(
  text: string,
  file: string,
  options: Pick<SloOptions, 'entity' | 'selector'>,
  settings: Settings,
): { slos: FoundSlo[]; problems: Problem[] } {
  const { definitions, problems } = parseSloDocuments(text);
  const slos = bindDefinitions(definitions, file, options, settings);
  return {
    slos,
    problems: [...documentProblems(problems, file), ...warningsOf(slos, text)],
  };
}
