import { InputError } from '@backstage/errors';
import {
  Document,
  isAlias,
  isSeq,
  parseDocument,
  SchemaOptions,
  stringify,
  YAMLSeq,
} from 'yaml';

const WHERE = 'monitoring.provisioning.alertmanagerConfig.base';

/**
 * Every plain scalar is the text that it was written as: Alertmanager reads `0123456` where a text is
 * asked for, and a number would come out of it otherwise. Nothing written stays nothing.
 */
const AS_WRITTEN: SchemaOptions = {
  schema: 'failsafe',
  customTags: ['null'],
};

/**
 * Reads the operator's configuration, to be changed in places and written again.
 *
 * @throws `InputError` when it could not be a configuration of Alertmanager
 */
export function readBaseDocument(text: string): Document {
  const document = parseDocument(text, AS_WRITTEN);
  if (document.errors.length > 0) {
    throw new InputError(`${WHERE} is no YAML; nothing was written`);
  }
  if (typeof document.getIn(['route', 'receiver']) !== 'string') {
    throw new InputError(
      `${WHERE} has no route with a receiver, which Alertmanager needs; nothing was written`,
    );
  }
  return document;
}

/**
 * Adds to one of the operator's lists, before theirs and behind them.
 *
 * @throws `InputError` when something else than a list stands there
 */
export function addToList(
  document: Document,
  path: string[],
  items: { before?: unknown[]; behind: unknown[] },
): void {
  const list = ownList(document, path);
  list.items = [
    ...asWritten(items.before ?? []),
    ...list.items,
    ...asWritten(items.behind),
  ];
  list.flow = false;
  document.setIn(path, list);
}

function ownList(document: Document, path: string[]): YAMLSeq {
  const there = document.getIn(path, true);
  if (isSeq(there)) {
    return there;
  }
  const list = new YAMLSeq(document.schema);
  // What an alias stands for is used elsewhere too.
  const meant = isAlias(there) ? there.resolve(document) : there;
  if (isSeq(meant)) {
    list.items = [...meant.items];
  } else if ((document.getIn(path) ?? undefined) !== undefined) {
    throw new InputError(
      `${WHERE} has ${path.join('.')} that are no list; nothing was written`,
    );
  }
  return list;
}

/** Ours, quoted wherever any version of YAML could take a text for something else. */
function asWritten(items: unknown[]): unknown[] {
  const text = stringify(items, {
    compat: 'yaml-1.1',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  const { contents } = parseDocument(text, AS_WRITTEN);
  return isSeq(contents) ? contents.items : [];
}
