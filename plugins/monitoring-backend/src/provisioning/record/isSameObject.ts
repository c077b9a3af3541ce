import { isDeepStrictEqual } from 'node:util';
import { StoredObject } from '../store';

const TEXTS = [
  'key',
  'entityRef',
  'kind',
  'target',
  'uid',
  'title',
  'environment',
  'state',
  'reason',
  'url',
  'hash',
  'lastAppliedAt',
  'failedHash',
] as const satisfies (keyof StoredObject)[];

const VALUES = [
  'differences',
  'theirs',
  'decisions',
  'decided',
  'retry',
  'unwantedSince',
] as const satisfies (keyof StoredObject)[];

/** As they come back from the store, which does not know `undefined` within JSON. */
function plain(value: unknown): unknown {
  return value === undefined || value instanceof Date
    ? value
    : JSON.parse(JSON.stringify(value));
}

/** Whether the store would be the same after it was written again. */
export function isSameObject(
  a: StoredObject,
  b: StoredObject | undefined,
): boolean {
  return (
    b !== undefined &&
    TEXTS.every(name => a[name] === b[name]) &&
    VALUES.every(
      name =>
        a[name] === b[name] ||
        isDeepStrictEqual(plain(a[name]), plain(b[name])),
    )
  );
}
