import { looksLikeSloDocuments } from '../openslo/looksLikeSloDocuments';
import { parseSloDocuments } from '../openslo/parseSloDocuments';
import { DocumentProblem, ParsedSloDocuments } from '../openslo/SloDefinition';
import { MONITORING_ANNOTATION_SLOS } from './constants';
import { parseSloShortForms } from './parseSloShortForms';
import { SloShortFormOptions } from './parseSloShortForm';
import { ProblemList } from './ProblemList';
import { MonitoringSpec, Parsed } from './types';

/** Most SLOs of one entity's documents. */
const MAXIMUM = 100;

/** What `monitoring/slos` asks for. */
export type AskedSlos = Pick<
  MonitoringSpec,
  'slos' | 'sloDefinitions' | 'invalidSlos'
>;

/**
 * Parses `monitoring/slos`: short forms, or a text of SLO documents, which the catalog may have put
 * there for `$text: ./slos.yaml`.
 *
 * @param names - what the entity may be called as a `spec.service`
 */
export function parseSlos(
  value: string,
  options: SloShortFormOptions & { names: readonly string[] },
): Parsed<AskedSlos> {
  if (!looksLikeSloDocuments(value)) {
    const { value: read, problems } = parseSloShortForms(value, options);
    const { slos, invalid } = read;
    return {
      value: {
        slos,
        sloDefinitions: [],
        ...(invalid.length > 0 ? { invalidSlos: invalid } : {}),
      },
      problems,
    };
  }
  const problems = new ProblemList(MONITORING_ANNOTATION_SLOS, value);
  const parsed = parseSloDocuments(value);
  const lines = lineStarts(value);
  for (const problem of parsed.problems) {
    const place = lineOf(value, lines, problem.line);
    if (problem.severity === 'error') {
      problems.error(messageOf(problem), place);
    } else {
      problems.warn(messageOf(problem), place);
    }
  }
  return {
    value: askedOf(parsed, options.names, problems),
    problems: problems.problems,
  };
}

function askedOf(
  { definitions, invalid }: ParsedSloDocuments,
  names: readonly string[],
  problems: ProblemList,
): AskedSlos {
  const others = new Set(
    definitions
      // Pyrra has no services.
      .filter(({ source }) => source !== 'pyrra')
      .map(({ service }) => service)
      .filter(service => !names.includes(service)),
  );
  for (const service of others) {
    problems.warn(
      `The SLOs of the service '${service}' are taken for those of this entity, because they stand in its annotation`,
    );
  }
  if (definitions.length > MAXIMUM) {
    problems.error(
      `There are ${definitions.length} SLOs; the first ${MAXIMUM} are used`,
    );
  }
  return {
    slos: [],
    sloDefinitions: definitions.slice(0, MAXIMUM),
    ...(invalid.length > 0 ? { invalidSlos: invalid.slice(0, MAXIMUM) } : {}),
  };
}

function messageOf({ line, pointer, message }: DocumentProblem): string {
  return `Line ${line}${pointer ? `, ${pointer}` : ''}: ${message}`;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => (index ?? 0) + 1)];
}

function lineOf(text: string, starts: number[], line: number) {
  const start = starts[line - 1] ?? 0;
  const whole = text.slice(start, starts[line] ?? text.length);
  const trimmed = whole.trim();
  return { text: trimmed, offset: start + whole.indexOf(trimmed) };
}
