import {
  Document,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import { ProblemLog } from './ProblemLog';
import { YamlContext, YamlNode } from './YamlNode';

/** Longest text, in UTF-16 code units. */
const LONGEST_TEXT = 500_000;
/** Most objects of one text. */
const MAXIMUM_OBJECTS = 500;
/** Most characters of all queries together, those that aliases repeat included. */
const LONGEST_QUERIES = 1_000_000;

/** The objects of a text: its documents, and the entries of those that are lists. */
export function readYaml(text: string, log: ProblemLog): YamlNode[] {
  const fail = (message: string, line = 1) =>
    log.add({ severity: 'error', message, document: 0, pointer: '', line });
  if (text.length > LONGEST_TEXT) {
    fail(
      `The text is longer than ${LONGEST_TEXT} characters, so nothing of it is used`,
    );
    return [];
  }
  const lines = new LineCounter();
  const documents = parse(text, lines);
  if (documents === undefined) {
    fail('The text is nested too deeply, so nothing of it is used');
    return [];
  }
  let characters = 0;
  const objects = documents.flatMap((document, index): YamlNode[] => {
    const targets = findTargets(document);
    const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1);
    const context: YamlContext = {
      document: index,
      log,
      lineAt,
      resolve: alias => targets.get(alias),
      admit: length => {
        characters += length;
        return characters <= LONGEST_QUERIES;
      },
    };
    for (const error of document.errors) {
      log.add({
        severity: 'error',
        message: `This is no YAML: ${firstLine(
          error.message,
        )}. The document is left out`,
        document: index,
        pointer: '',
        line: lineAt(error.pos[0]),
      });
    }
    const root = YamlNode.create(context, document.contents, '', 1);
    if (document.errors.length > 0 || root.isMissing) {
      return [];
    }
    return isSeq(document.contents) ? root.items() : [root];
  });
  if (objects.length > MAXIMUM_OBJECTS) {
    fail(
      `The text has ${objects.length} objects; only the first ${MAXIMUM_OBJECTS} are read`,
    );
  }
  return objects.slice(0, MAXIMUM_OBJECTS);
}

function parse(text: string, lineCounter: LineCounter): Document[] | undefined {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'error',
      // Compares each key with each; nodes do it faster when they are read.
      uniqueKeys: false,
    });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    // The reader recurses: thousands of brackets exhaust the stack.
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

/** What each alias of a document stands for: the last node before it with its anchor. */
function findTargets(document: Document): Map<Node, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(document, {
    Alias: (_key, alias) => {
      const target = anchors.get(alias.source);
      if (target) {
        targets.set(alias, target);
      }
    },
    Value: (_key, value) => {
      if (value.anchor) {
        anchors.set(value.anchor, value);
      }
    },
  });
  return targets;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/[.:]$/, '');
}
