import { Dialect, dialectOf } from './dialectOf';
import { readPyrra } from './pyrra/readPyrra';
import {
  DocumentProblem,
  ParsedSloDocuments,
  SloDefinition,
} from './SloDefinition';
import { ReadSlo } from './ReadSlo';
import { readServiceLevel, readSloth } from './sloth/readSloth';
import { readV1 } from './v1/readV1';
import { ProblemLog } from './yaml/ProblemLog';
import { readYaml } from './yaml/readYaml';
import { YamlNode } from './yaml/YamlNode';

/** From so many SLOs on, specifications are left out. */
const MOST_SLOS = 1_000;

/** Reads all documents of a text that are written in one of some ways. */
export function readSloDocuments(
  text: string,
  accepted: readonly Dialect[],
): ParsedSloDocuments {
  const log = new ProblemLog();
  const nodes = readYaml(text, log);
  if (nodes.length === 0 && log.problems.length === 0) {
    log.add({
      severity: 'error',
      message: 'The text has no documents',
      document: 0,
      pointer: '',
      line: 1,
    });
  }
  const dialects = nodes.map(node => dialectOf(node, accepted));
  const openSlo = nodes.filter((_, index) => dialects[index] === 'openslo');
  const read = readV1(openSlo, log);
  nodes.forEach((node, index) => {
    if (read.length <= MOST_SLOS) {
      read.push(...readOther(node, dialects[index], log));
    } else if (dialects[index] !== 'openslo') {
      node.error(
        `is left out, because the text has more than ${MOST_SLOS} SLOs before it`,
      );
    }
  });
  return unite(read, log.problems);
}

function readOther(
  node: YamlNode,
  dialect: Dialect | undefined,
  log: ProblemLog,
): ReadSlo[] {
  switch (dialect) {
    case 'sloth':
      return readSloth(node, log);
    case 'sloth-kubernetes':
      return readServiceLevel(node, log);
    case 'pyrra':
      return readPyrra(node, log);
    default:
      return [];
  }
}

function unite(
  read: ReadSlo[],
  problems: DocumentProblem[],
): ParsedSloDocuments {
  const definitions = withOwnSliNames(read.flatMap(slo => slo.definitions));
  return {
    definitions,
    problems: [...problems].sort((a, b) => a.line - b.line),
    invalid: read.flatMap(slo => slo.invalid),
  };
}

/**
 * An SLI's name leads to its recorded series. Two that measure different things under one name
 * would be one, so the later one is named after its SLO.
 */
function withOwnSliNames(definitions: SloDefinition[]): SloDefinition[] {
  const measured = new Map<string, string>();
  return definitions.map(definition => {
    const sli = JSON.stringify(definition.sli);
    const candidates = [
      definition.sliName,
      definition.name,
      `${definition.sliName}-${definition.name}`,
    ];
    const keyOf = (name: string) =>
      JSON.stringify([definition.source, definition.service, name]);
    const sliName =
      candidates.find(name => (measured.get(keyOf(name)) ?? sli) === sli) ??
      candidates[2];
    measured.set(keyOf(sliName), sli);
    return { ...definition, sliName };
  });
}
