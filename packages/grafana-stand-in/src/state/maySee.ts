import { Identity } from '../http/identities';
import { Dashboard, Folder, GrafanaState } from './GrafanaState';

/** Whether somebody sees a folder, which everybody does who sees one that it is in. */
export function maySeeFolder(
  state: GrafanaState,
  folder: Folder,
  identity: Identity,
): boolean {
  const parent = state.folders.get(folder.parentUid ?? '');
  return (
    state.permissions.knows(folder, identity) ||
    (parent !== undefined && maySeeFolder(state, parent, identity))
  );
}

/** The folder of a uid, if it is there and somebody sees it. */
export function findFolder(
  state: GrafanaState,
  uid: string,
  identity: Identity,
): Folder | undefined {
  const folder = state.folders.get(uid);
  return folder && maySeeFolder(state, folder, identity) ? folder : undefined;
}

/** Outside of folders, one only sees dashboards whose maker got permissions. */
export function maySeeDashboard(
  { folderUid, maker }: Dashboard,
  { role }: Identity,
): boolean {
  return role === 'Admin' || folderUid !== '' || maker !== undefined;
}
