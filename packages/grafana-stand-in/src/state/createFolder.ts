import { Identity } from '../http/identities';
import { checkUid } from './checkUid';
import {
  accessToFolder,
  ancestorsOf,
  describeFolder,
  noAccess,
  ROOT_FOLDER,
} from './describeFolder';
import { Folder, GrafanaState } from './GrafanaState';

interface Result {
  status: number;
  body: Record<string, unknown>;
}

/** A folder may be in four others. */
const MAX_DEPTH = 4;

function refuse(
  status: number,
  message: string,
  more: Record<string, unknown> = {},
): Result {
  return { status, body: { ...more, message } };
}

function check(
  state: GrafanaState,
  folder: { uid: string; title: string; parentUid?: string },
): Result | undefined {
  const { uid, title, parentUid } = folder;
  if (title === '') {
    return refuse(400, 'folder title cannot be empty');
  }
  if (uid.includes('/')) {
    return refuse(
      422,
      `Folder.folder.grafana.app "${uid}" is invalid: metadata.name: Invalid value: "${uid}": may not contain '/'`,
    );
  }
  const uidProblem = checkUid(uid);
  if (uidProblem) {
    return refuse(400, uidProblem);
  }
  if (uid === ROOT_FOLDER) {
    return refuse(500, 'Folder API error: invalid uid for folder provided');
  }
  if (uid === 'sharedwithme') {
    return refuse(400, 'BadRequest', {
      statusCode: 400,
      messageId: 'folder.bad-request',
    });
  }
  if (state.folders.has(uid)) {
    return refuse(412, 'the folder has been changed by someone else');
  }
  const parent = state.folders.get(parentUid ?? '');
  if (parentUid && !parent) {
    return refuse(404, 'folder not found', { status: 'not-found' });
  }
  return parent && ancestorsOf(state, parent).length >= MAX_DEPTH
    ? refuse(500, 'Folder API error: folder max depth exceeded, max depth is 4')
    : undefined;
}

/** `POST /api/folders` of 12.4: a uid that exists is refused, whatever its title. */
export function createFolder(
  state: GrafanaState,
  body: Record<string, any>,
  identity: Identity,
): Result {
  const title = String(body.title ?? '').trim();
  const uid = String(body.uid || state.nextUid());
  const parentUid = body.parentUid ? String(body.parentUid) : undefined;
  const refused = check(state, { uid, title, parentUid });
  if (refused) {
    return refused;
  }
  const now = state.timestamp();
  const folder: Folder = {
    id: state.nextObjectId(),
    uid,
    title,
    parentUid,
    created: now,
    updated: now,
    createdBy: identity.isServiceAccount ? 'Anonymous' : identity.name,
    updatedBy: 'Anonymous',
    version: 1,
    maker: identity.name,
  };
  state.folders.set(uid, folder);
  // 12.4 answers from a permission cache that does not know the new folder yet.
  const known =
    identity.role === 'Admin' || state.gone.has(uid)
      ? folder
      : state.folders.get(parentUid ?? '');
  return {
    status: 200,
    body: {
      ...describeFolder(state, folder, identity),
      ...(known ? accessToFolder(known, identity) : noAccess()),
    },
  };
}
