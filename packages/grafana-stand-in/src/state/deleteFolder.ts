import { contentsOf } from './checkFolder';
import { deleteDashboard, refuseDelete } from './deleteDashboard';
import { Folder, GrafanaState } from './GrafanaState';
import { isIndexed, isNoticed } from './isIndexed';

interface Result {
  status: number;
  body: Record<string, unknown>;
}

const NOT_EMPTY = 'Folder cannot be deleted: folder is not empty';

/** A folder that is gone with all that is in it. */
export function removeFolder(state: GrafanaState, uid: string): void {
  const { dashboards, folders, rules } = contentsOf(state, uid);
  dashboards.forEach(dashboard => deleteDashboard(state, dashboard.uid));
  folders.forEach(folder => removeFolder(state, folder.uid));
  rules.forEach(rule => state.rules.delete(rule.uid));
  state.folders.delete(uid);
  state.gone.add(uid);
}

function folderTree(state: GrafanaState, uid: string): string[] {
  const { folders } = contentsOf(state, uid);
  return [uid, ...folders.flatMap(folder => folderTree(state, folder.uid))];
}

/**
 * `DELETE /api/folders/:uid`: only an empty one goes, unless it is forced. A forced one that was
 * filled a moment ago loses its rules and stays. A dashboard that the Kubernetes form of the API
 * made less than a second ago is not noticed and goes with its folder.
 */
export function deleteFolder(
  state: GrafanaState,
  { uid }: Folder,
  options: { force: boolean },
): Result {
  const { dashboards, folders, rules } = contentsOf(state, uid);
  const isFull =
    folders.length + rules.length > 0 ||
    dashboards.some(dashboard => isNoticed(state, dashboard));
  if (isFull && !options.force) {
    return rules.length > 0
      ? {
          status: 400,
          body: {
            statusCode: 400,
            messageId: 'folder.not-empty',
            message: NOT_EMPTY,
          },
        }
      : { status: 400, body: { message: NOT_EMPTY } };
  }
  const tree = folderTree(state, uid);
  const isIn = (folder: string) => tree.includes(folder);
  for (const rule of [...state.rules.values()]) {
    if (isIn(rule.folderUID)) {
      state.rules.delete(rule.uid);
    }
  }
  const isMissed =
    isFull &&
    [...state.dashboards.values()].some(
      dashboard => isIn(dashboard.folderUid) && !isIndexed(state, dashboard),
    );
  if (isMissed) {
    return { status: 400, body: { message: NOT_EMPTY } };
  }
  const refused = dashboards.map(refuseDelete).find(Boolean);
  if (refused) {
    return { status: 400, body: { message: refused } };
  }
  removeFolder(state, uid);
  return { status: 200, body: { message: 'Folder deleted' } };
}
