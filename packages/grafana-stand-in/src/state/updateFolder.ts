import { Identity } from '../http/identities';
import { checkMove, refuseFolder } from './checkFolder';
import { describeFolder } from './describeFolder';
import { Folder, GrafanaState } from './GrafanaState';
import { nextManagedFields } from './managedFields';
import { FOLDER } from './writeDashboard';
import { FolderWrite, ownedByFolder, writeFolder } from './writeFolder';

interface Result {
  status: number;
  body: Record<string, unknown>;
}

function store(
  state: GrafanaState,
  folder: Folder,
  write: Omit<FolderWrite, 'managedFields'>,
  identity: Identity,
): Result {
  const stored = writeFolder(
    state,
    folder,
    {
      ...write,
      managedFields: nextManagedFields(
        folder.managedFields,
        { from: ownedByFolder(folder), to: ownedByFolder(write) },
        { manager: 'grafana', version: 'v1beta1', time: state.timestamp() },
      ),
    },
    identity,
  );
  return { status: 200, body: describeFolder(state, stored, identity) };
}

/** `PUT /api/folders/:uid`: another title or description, when nobody else was quicker. */
export function updateFolder(
  state: GrafanaState,
  folder: Folder,
  body: Record<string, any>,
  identity: Identity,
): Result {
  if (body.overwrite !== true && body.version !== folder.version) {
    return {
      status: 412,
      body: { message: 'The dashboard has been changed by someone else' },
    };
  }
  const { title = folder.title, description = folder.description } = body;
  if (title === '') {
    return {
      status: 400,
      body: { message: 'Dashboard title cannot be empty' },
    };
  }
  return title === folder.title && description === folder.description
    ? { status: 200, body: describeFolder(state, folder, identity) }
    : store(state, folder, { ...folder, title, description }, identity);
}

/** `POST /api/folders/:uid/move`. */
export function moveFolder(
  state: GrafanaState,
  folder: Folder,
  parentUid: string | undefined,
  identity: Identity,
): Result {
  const fault = checkMove(state, folder, parentUid);
  if (fault) {
    return refuseFolder(fault);
  }
  if ((parentUid || undefined) === folder.parentUid) {
    return { status: 200, body: describeFolder(state, folder, identity) };
  }
  const { [FOLDER]: _, ...annotations } = folder.annotations;
  return store(
    state,
    folder,
    {
      ...folder,
      annotations: {
        ...annotations,
        ...(parentUid ? { [FOLDER]: parentUid } : {}),
      },
    },
    identity,
  );
}
