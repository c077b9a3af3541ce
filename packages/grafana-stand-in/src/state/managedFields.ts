import { equalJson } from './equalJson';
import { ManagedFields } from './ResourceMeta';

/** The parts of an object that somebody can own. */
interface Owned {
  annotations: Record<string, string>;
  labels: Record<string, string>;
  spec: Record<string, unknown>;
  /** Sent instead of a name. */
  generateName?: boolean;
}

const NOTHING: Owned = { annotations: {}, labels: {}, spec: {} };

function keysOf(owned: Owned): Map<string, { path: string[]; value: unknown }> {
  const entries = [
    ...Object.entries(owned.annotations).map(([key, value]) => ({
      path: ['metadata', 'annotations', key],
      value: value as unknown,
    })),
    ...Object.entries(owned.labels).map(([key, value]) => ({
      path: ['metadata', 'labels', key],
      value: value as unknown,
    })),
    ...(owned.generateName
      ? [{ path: ['metadata', 'generateName'], value: true as unknown }]
      : []),
    ...Object.entries(owned.spec).map(([key, value]) => ({
      path: ['spec', key],
      value,
    })),
  ];
  return new Map(entries.map(entry => [entry.path.join('\n'), entry]));
}

/** Who owns which field after a write: whoever changed a field last. */
export function nextManagedFields(
  before: ManagedFields[],
  change: { from?: Owned; to: Owned },
  by: Omit<ManagedFields, 'paths'>,
): ManagedFields[] {
  const old = keysOf(change.from ?? NOTHING);
  const now = keysOf(change.to);
  const changed = [...now].filter(
    ([key, { value }]) =>
      !old.has(key) || !equalJson(old.get(key)!.value, value),
  );
  if (changed.length === 0) {
    return before;
  }
  const taken = new Set(changed.map(([key]) => key));
  const isSame = ({ manager, version }: ManagedFields) =>
    manager === by.manager && version === by.version;
  const own = before.find(isSame);
  const others = before
    .filter(entry => !isSame(entry))
    .map(entry => ({
      ...entry,
      paths: entry.paths.filter(path => !taken.has(path.join('\n'))),
    }));
  const kept = (own?.paths ?? []).filter(path => {
    const key = path.join('\n');
    return now.has(key) && !taken.has(key);
  });
  return [
    { ...by, paths: [...kept, ...changed.map(([, { path }]) => path)] },
    ...others.filter(({ paths }) => paths.length > 0),
  ];
}

/** `managedFields` as the API shows them. */
export function describeManagedFields(
  entries: ManagedFields[],
  group: string,
): unknown[] {
  return entries.map(({ manager, version, time, paths }) => {
    const fields: Record<string, any> = {};
    for (const path of paths) {
      let at = fields;
      path.forEach((step, depth) => {
        at[`f:${step}`] ??= {};
        at = at[`f:${step}`];
        // Maps that a person may fill are named themselves too.
        if (depth === 1 && path.length === 3) {
          at['.'] ??= {};
        }
      });
    }
    return {
      manager,
      operation: 'Update',
      apiVersion: `${group}/${version}`,
      time,
      fieldsType: 'FieldsV1',
      fieldsV1: fields,
    };
  });
}
