import { FieldDifference } from '@sightline/backstage-plugin-monitoring-common';

const LONGEST = 500;

function show(value: unknown): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

/** Elements of a list that have a name are matched by it, so that one insertion is one difference. */
function keyed(list: unknown[]): Map<string, unknown> | undefined {
  const entries = list.map(entry => {
    const key = isObject(entry)
      ? entry.id ??
        entry.refId ??
        entry.uid ??
        entry.alert ??
        entry.record ??
        entry.name
      : undefined;
    return [key === undefined ? undefined : String(key), entry] as const;
  });
  const keys = new Set(entries.map(([key]) => key));
  return keys.has(undefined) || keys.size !== entries.length
    ? undefined
    : new Map(entries as [string, unknown][]);
}

function collect(
  path: string,
  theirs: unknown,
  ours: unknown,
  differences: FieldDifference[],
  most: number,
): void {
  if (differences.length >= most || Object.is(theirs, ours)) {
    return;
  }
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    const left = keyed(theirs);
    const right = keyed(ours);
    const byKey = left && right;
    const leftEntries = byKey
      ? left
      : new Map(theirs.map((v, i) => [String(i), v]));
    const rightEntries = byKey
      ? right
      : new Map(ours.map((v, i) => [String(i), v]));
    for (const key of new Set([
      ...leftEntries.keys(),
      ...rightEntries.keys(),
    ])) {
      collect(
        `${path}[${key}]`,
        leftEntries.get(key),
        rightEntries.get(key),
        differences,
        most,
      );
    }
  } else if (
    isObject(theirs) &&
    isObject(ours) &&
    !Array.isArray(theirs) &&
    !Array.isArray(ours)
  ) {
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
      collect(
        path ? `${path}.${key}` : key,
        theirs[key],
        ours[key],
        differences,
        most,
      );
    }
  } else if (JSON.stringify(theirs) !== JSON.stringify(ours)) {
    differences.push({ path, theirs: show(theirs), ours: show(ours) });
  }
}

/**
 * What differs between the content in a target and ours, for people: each side has at most 500
 * characters.
 *
 * @param most - differences after which nothing more is looked for
 */
export function findDifferences(
  theirs: Record<string, unknown>,
  ours: Record<string, unknown>,
  most: number = 20,
): FieldDifference[] {
  const differences: FieldDifference[] = [];
  collect('', theirs, ours, differences, most);
  return differences;
}
