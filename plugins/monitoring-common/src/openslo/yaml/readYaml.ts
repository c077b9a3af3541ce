import {
  Document,
  isAlias,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
} from 'yaml';
import { ProblemLog } from './ProblemLog';
import { YamlContext, YamlNode } from './YamlNode';

/** Longest text, in UTF-16 code units. */
const LONGEST_TEXT = 500_000;
/** Most objects of one text. */
const MAXIMUM_OBJECTS = 500;
/** Most aliases that are followed: each costs a walk through its document. */
const MAXIMUM_ALIASES = 200;

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
  let aliases = 0;
  const objects = documents.flatMap((document, index): YamlNode[] => {
    const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1);
    const context: YamlContext = {
      document: index,
      log,
      lineAt,
      resolve: alias => {
        aliases += 1;
        return aliases > MAXIMUM_ALIASES ? undefined : follow(alias, document);
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

/** An alias may stand for another; a ring of them stands for nothing. */
function follow(alias: Node, document: Document): Node | undefined {
  const target = isAlias(alias) ? alias.resolve(document) : alias;
  return isAlias(target) ? undefined : (target as Node | undefined);
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/[.:]$/, '');
}
