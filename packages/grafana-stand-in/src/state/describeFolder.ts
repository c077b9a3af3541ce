import { Identity } from '../http/identities';
import { Folder, GrafanaState } from './GrafanaState';
import { folderUrl } from './urls';

/** Uid of the folder that dashboards without a folder are in. */
export const ROOT_FOLDER = 'general';

interface Access {
  canSave: boolean;
  canEdit: boolean;
  canAdmin: boolean;
  canDelete: boolean;
}

function access(write: boolean, admin: boolean): Access {
  return {
    canSave: write,
    canEdit: write,
    canAdmin: admin,
    canDelete: write,
  };
}

/** What an identity may do in a folder. */
export function accessToFolder(folder: Folder, identity: Identity): Access {
  return access(
    identity.role !== 'Viewer',
    identity.role === 'Admin' || folder.maker === identity.name,
  );
}

/** What an identity may do where no permission is known yet. */
export function noAccess(): Access {
  return access(false, false);
}

function describeOne(
  state: GrafanaState,
  folder: Folder,
  identity: Identity,
): Record<string, unknown> {
  const managedBy = folder.annotations['grafana.app/managedBy'];
  return {
    id: folder.id,
    uid: folder.uid,
    orgId: 1,
    title: folder.title,
    url: folderUrl(state, folder.uid, folder.title),
    hasAcl: false,
    ...accessToFolder(folder, identity),
    createdBy: folder.createdBy,
    created: folder.created,
    updatedBy: folder.updatedBy,
    updated: folder.updated,
    version: folder.version,
    ...(folder.parentUid ? { parentUid: folder.parentUid } : {}),
    ...(managedBy ? { managedBy } : {}),
  };
}

/** The folders that a folder is in, outermost first. */
export function ancestorsOf(state: GrafanaState, folder: Folder): Folder[] {
  const parent = state.folders.get(folder.parentUid ?? '');
  return parent ? [...ancestorsOf(state, parent), parent] : [];
}

/** Answer of `GET /api/folders/:uid`. */
export function describeFolder(
  state: GrafanaState,
  folder: Folder,
  identity: Identity,
): Record<string, unknown> {
  const parents = ancestorsOf(state, folder);
  return {
    ...describeOne(state, folder, identity),
    ...(parents.length > 0
      ? { parents: parents.map(parent => describeOne(state, parent, identity)) }
      : {}),
  };
}

/** Answer of `GET /api/folders/general`. */
export function describeRootFolder(
  identity: Identity,
): Record<string, unknown> {
  const noTime = '0001-01-01T00:00:00Z';
  const admin = identity.role === 'Admin';
  return {
    id: 0,
    uid: ROOT_FOLDER,
    orgId: 0,
    title: 'Dashboards',
    url: '',
    hasAcl: false,
    ...access(admin, admin),
    createdBy: 'Anonymous',
    created: noTime,
    updatedBy: 'Anonymous',
    updated: noTime,
  };
}
