import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { planUnwanted, Unwanted } from './planUnwanted';
import { ActualState, PlanOptions } from './types';

/** A folder of ours that nobody asks for. */
interface UnwantedFolder {
  target: string;
  actual: ActualObject;
  stored?: StoredObject;
}

function idOf({ target, actual }: { target: string; actual: ActualObject }) {
  return `${target}|${actual.uid}`;
}

function childrenFirst(folders: UnwantedFolder[]): UnwantedFolder[] {
  const byId = new Map(folders.map(folder => [idOf(folder), folder]));
  const depth = (folder: UnwantedFolder, seen: UnwantedFolder[]): number => {
    const parent = byId.get(`${folder.target}|${folder.actual.folder}`);
    return parent && !seen.includes(parent)
      ? 1 + depth(parent, [...seen, parent])
      : 0;
  };
  return folders
    .map(folder => ({ folder, level: depth(folder, [folder]) }))
    .sort((a, b) => b.level - a.level)
    .map(({ folder }) => folder);
}

/** What lies in these folders, or should: by the folder's id. */
function contentsOf(
  folders: UnwantedFolder[],
  actual: ActualState[],
  desired: Desired,
): Map<string, { id: string; title: string }[]> {
  const contents = new Map<string, { id: string; title: string }[]>(
    folders.map(folder => [idOf(folder), []]),
  );
  const put = (
    target: string,
    { folder, uid, title }: { folder?: string; uid: string; title: string },
  ) =>
    contents
      .get(`${target}|${folder}`)
      ?.push({ id: `${target}|${uid}`, title });
  if (folders.length > 0) {
    actual.forEach(({ target, objects }) =>
      objects.forEach(object => put(target, object)),
    );
    [...desired.objects, ...desired.disabled].forEach(object =>
      put(object.target, object),
    );
  }
  return contents;
}

function whyFolderStays(staying: string[]): string | undefined {
  if (staying.length === 0) {
    return undefined;
  }
  const [first] = [...staying].sort();
  return staying.length === 1
    ? `'${first}' lies in it; a folder goes last`
    : `'${first}' and ${staying.length - 1} more lie in it; a folder goes last`;
}

/**
 * Folders go last, the inner before the outer, and only when nothing that stays is known to lie in
 * them; what nobody knows of, the target looks at before it deletes one.
 *
 * @param others - `going`: steps for all else that nobody asks for
 */
export function planFolderPrune(
  folders: UnwantedFolder[],
  others: { actual: ActualState[]; desired: Desired; going: Unwanted[] },
  options: PlanOptions,
): Unwanted[] {
  const contents = contentsOf(folders, others.actual, others.desired);
  const gone = new Set(
    others.going.filter(({ action }) => action === 'prune').map(idOf),
  );
  return childrenFirst(folders).map(folder => {
    const staying = contents
      .get(idOf(folder))!
      .filter(({ id }) => !gone.has(id))
      .map(({ title }) => title);
    const step = planUnwanted(
      folder,
      folder.stored,
      options,
      whyFolderStays(staying),
    );
    if (step.action === 'prune') {
      gone.add(idOf(folder));
    }
    return step;
  });
}
