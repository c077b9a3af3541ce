import { conflict, failure, Status } from '../http/statuses';
import { checkMove, checkNewFolder, FolderFault } from './checkFolder';
import {
  checkIsNew,
  checkIsSame,
  checkNameOf,
  checkResource,
  metadataOf,
} from './checkResource';
import {
  describeFolderResource,
  FOLDER_GROUP,
  FOLDER_VERSION,
} from './describeFolderResource';
import { equalJson } from './equalJson';
import { Folder, GrafanaState } from './GrafanaState';
import { nextManagedFields } from './managedFields';
import { ResourceRequest } from './saveDashboardResource';
import { FOLDER } from './writeDashboard';
import { ownedByFolder, writeFolder } from './writeFolder';

const about = (name: string) => ({
  group: FOLDER_GROUP,
  resource: 'folders',
  name,
});

function refuse({ status, message }: FolderFault): Status {
  return failure(status, { message });
}

function checkObject(
  body: Record<string, any>,
  { namespace }: ResourceRequest,
): Status | undefined {
  return checkResource(body, {
    ...about(''),
    kind: 'Folder',
    version: FOLDER_VERSION,
    namespace,
  });
}

function contentOf(body: Record<string, any>) {
  const { title = '', description } = body.spec ?? {};
  return {
    ...metadataOf(body),
    title: String(title),
    ...(description === undefined ? {} : { description: String(description) }),
  };
}

/** `POST`: a folder that is not there yet. */
export function createFolderResource(
  state: GrafanaState,
  body: Record<string, any>,
  request: ResourceRequest,
): Status {
  const wrong = checkObject(body, request);
  if (wrong) {
    return wrong;
  }
  const { name, generateName } = body.metadata;
  const uid: string = name || `${generateName}${state.nextUid().slice(-5)}`;
  const content = contentOf(body);
  const parentUid = content.annotations[FOLDER] || undefined;
  const { role } = request.identity;
  const isParentKnown = !parentUid || state.folders.has(parentUid);
  if (role === 'Viewer' || (role !== 'Admin' && !isParentKnown)) {
    return failure(403, { message: 'Access denied' });
  }
  const notNew = checkIsNew(body);
  if (notNew) {
    return notNew;
  }
  const fault = checkNewFolder(state, {
    uid,
    title: content.title,
    // An administrator may name one that is not there.
    parentUid: isParentKnown ? parentUid : undefined,
  });
  if (fault) {
    return refuse(fault);
  }
  const stored = writeFolder(
    state,
    undefined,
    {
      uid,
      ...content,
      managedFields: nextManagedFields(
        [],
        { to: ownedByFolder(content) },
        {
          manager: request.manager,
          version: FOLDER_VERSION,
          time: state.timestamp(),
        },
      ),
    },
    request.identity,
  );
  return { status: 201, body: describeFolderResource(stored, request) };
}

/** As the legacy API checks it, but for a parent that is not there. */
function checkMoveOf(
  state: GrafanaState,
  folder: Folder,
  parentUid: string | undefined,
): FolderFault | undefined {
  return parentUid && !state.folders.has(parentUid)
    ? {
        status: 500,
        message: `move target not found folders.folder.grafana.app "${parentUid}" not found`,
      }
    : checkMove(state, folder, parentUid);
}

/** `PUT`: another title or parent of a folder, when nobody else was quicker. */
export function updateFolderResource(
  state: GrafanaState,
  uid: string,
  body: Record<string, any>,
  request: ResourceRequest,
): Status {
  const wrong = checkNameOf(body, about(uid)) ?? checkObject(body, request);
  if (wrong) {
    return wrong;
  }
  const existing = state.folders.get(uid);
  if (!existing) {
    return createFolderResource(state, body, request);
  }
  const other = checkIsSame(body, existing, about(uid));
  if (other) {
    return other;
  }
  const { resourceVersion } = body.metadata;
  if (resourceVersion && resourceVersion !== existing.resourceVersion) {
    return conflict(about(uid));
  }
  const content = contentOf(body);
  const before = ownedByFolder(existing);
  const now = ownedByFolder(content);
  if (equalJson(before, now)) {
    const shown = describeFolderResource(existing, request);
    const { resourceVersion: _, ...metadata } = shown.metadata;
    return { status: 200, body: { ...shown, metadata } };
  }
  if (request.identity.role === 'Viewer') {
    return failure(403, { message: 'Access denied' });
  }
  const parentUid = content.annotations[FOLDER] || undefined;
  const fault =
    content.title === ''
      ? { status: 500, message: 'folder title cannot be empty' }
      : checkMoveOf(state, existing, parentUid);
  if (fault) {
    return refuse(fault);
  }
  const stored = writeFolder(
    state,
    existing,
    {
      uid,
      ...content,
      managedFields: nextManagedFields(
        existing.managedFields,
        { from: before, to: now },
        {
          manager: request.manager,
          version: FOLDER_VERSION,
          time: state.timestamp(),
        },
      ),
      keepsVersion:
        equalJson(before.spec, now.spec) && parentUid === existing.parentUid,
    },
    request.identity,
  );
  return { status: 200, body: describeFolderResource(stored, request) };
}
