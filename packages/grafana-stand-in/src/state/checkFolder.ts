import { checkUid } from './checkUid';
import { ancestorsOf, ROOT_FOLDER } from './describeFolder';
import { Folder, GrafanaState } from './GrafanaState';

/** A folder may be in four others. */
const MAX_DEPTH = 4;

/** Why a folder is not stored. */
export interface FolderFault {
  status: number;
  message: string;
  /** What the legacy API adds. */
  legacy?: Record<string, unknown>;
}

const NOT_FOUND: FolderFault = {
  status: 404,
  message: 'folder not found',
  legacy: { status: 'not-found' },
};

/** A refusal in the form of the legacy API. */
export function refuseFolder({ status, message, legacy }: FolderFault) {
  return { status, body: { ...legacy, message } };
}

/** What is wrong with a folder that is to be made. */
export function checkNewFolder(
  state: GrafanaState,
  folder: { uid: string; title: string; parentUid?: string },
): FolderFault | undefined {
  const { uid, title, parentUid } = folder;
  if (title === '') {
    return { status: 400, message: 'folder title cannot be empty' };
  }
  if (uid.includes('/')) {
    return {
      status: 422,
      message: `Folder.folder.grafana.app "${uid}" is invalid: metadata.name: Invalid value: "${uid}": may not contain '/'`,
    };
  }
  const uidProblem = checkUid(uid);
  if (uidProblem) {
    return { status: 400, message: uidProblem };
  }
  if (uid === ROOT_FOLDER) {
    return {
      status: 500,
      message: 'Folder API error: invalid uid for folder provided',
    };
  }
  if (uid === 'sharedwithme') {
    return {
      status: 400,
      message: 'BadRequest',
      legacy: { statusCode: 400, messageId: 'folder.bad-request' },
    };
  }
  if (state.folders.has(uid)) {
    return {
      status: 412,
      message: 'the folder has been changed by someone else',
    };
  }
  const parent = state.folders.get(parentUid ?? '');
  if (parentUid && !parent) {
    return NOT_FOUND;
  }
  return parent && ancestorsOf(state, parent).length >= MAX_DEPTH
    ? {
        status: 500,
        message: `Folder API error: folder max depth exceeded, max depth is ${MAX_DEPTH}`,
      }
    : undefined;
}

/** What is wrong with another parent of a folder. */
export function checkMove(
  state: GrafanaState,
  folder: Folder,
  parentUid: string | undefined,
): FolderFault | undefined {
  if (!parentUid || parentUid === folder.parentUid) {
    return undefined;
  }
  const parent = state.folders.get(parentUid);
  if (!parent) {
    return NOT_FOUND;
  }
  const above = [...ancestorsOf(state, parent), parent];
  if (above.some(({ uid }) => uid === folder.uid)) {
    return {
      status: 500,
      message:
        'cannot move folder under its own descendant, this would create a circular reference',
    };
  }
  // Only looks at what is above, and allows one level more than for a new folder.
  return above.length > MAX_DEPTH + 1
    ? {
        status: 400,
        message: 'Maximum nested folder depth reached',
        legacy: {
          statusCode: 400,
          messageId: 'folder.maximum-depth-reached',
        },
      }
    : undefined;
}

/** What a folder holds itself; 12.4 deletes none that holds something. */
export function contentsOf(state: GrafanaState, uid: string) {
  return {
    dashboards: [...state.dashboards.values()].filter(
      ({ folderUid }) => folderUid === uid,
    ),
    folders: [...state.folders.values()].filter(
      ({ parentUid }) => parentUid === uid,
    ),
    rules: [...state.rules.values()].filter(
      ({ folderUID }) => folderUID === uid,
    ),
  };
}
