import { Router } from 'express';
import {
  answer,
  answerForbidden,
  answerMessage,
  answerNotFoundByAccessControl,
} from '../http/answers';
import { identityOf } from '../http/authenticate';
import { Identity } from '../http/identities';
import { readBody } from '../http/readBody';
import { checkUid } from '../state/checkUid';
import { Folder, GrafanaState } from '../state/GrafanaState';
import { slugify } from '../state/slugify';

const MAX_DEPTH = 4;
const NOT_FOUND = { status: 'not-found' };

function describeFolder(
  folder: Folder,
  access: { write: boolean; admin: boolean },
): Record<string, unknown> {
  return {
    id: folder.id,
    uid: folder.uid,
    orgId: 1,
    title: folder.title,
    url: `/dashboards/f/${folder.uid}/${slugify(folder.title)}`,
    hasAcl: false,
    canSave: access.write,
    canEdit: access.write,
    canAdmin: access.admin,
    canDelete: access.write,
    createdBy: folder.createdBy,
    created: folder.created,
    updatedBy: folder.updatedBy,
    updated: folder.updated,
    version: folder.version,
  };
}

function accessOf(folder: Folder, identity: Identity) {
  const write = identity.role !== 'Viewer';
  return {
    write,
    admin: identity.role === 'Admin' || folder.maker === identity.name,
  };
}

function depthOf(state: GrafanaState, uid: string | undefined): number {
  let depth = 0;
  for (let parent = uid; parent; depth += 1) {
    parent = state.folders.get(parent)?.parentUid;
  }
  return depth;
}

function ancestorsOf(state: GrafanaState, folder: Folder): Folder[] {
  const parent = folder.parentUid
    ? state.folders.get(folder.parentUid)
    : undefined;
  return parent ? [...ancestorsOf(state, parent), parent] : [];
}

/** `/api/folders` (recording `folders`). */
export function folderRoutes(state: GrafanaState): Router {
  const router = Router();

  const describe = (folder: Folder, identity: Identity) => {
    const parents = ancestorsOf(state, folder);
    return {
      ...describeFolder(folder, accessOf(folder, identity)),
      ...(folder.parentUid ? { parentUid: folder.parentUid } : {}),
      ...(parents.length > 0
        ? {
            parents: parents.map(parent =>
              describeFolder(parent, accessOf(parent, identity)),
            ),
          }
        : {}),
    };
  };

  router.get('/api/folders', (req, res) => {
    const identity = identityOf(req);
    const parentUid = req.query.parentUid
      ? String(req.query.parentUid)
      : undefined;
    if (parentUid && !state.folders.has(parentUid)) {
      answerMessage(res, 404, 'folder not found', NOT_FOUND);
      return;
    }
    const limit = Number(req.query.limit) || 1000;
    const page = Math.max(Number(req.query.page) || 1, 1);
    const folders = [...state.folders.values()]
      .filter(folder => folder.parentUid === parentUid)
      .sort((a, b) => a.title.localeCompare(b.title))
      .slice((page - 1) * limit, page * limit)
      .map(folder => ({
        id: folder.id,
        uid: folder.uid,
        title: folder.title,
        ...(parentUid ? { parentUid } : {}),
      }));
    const shared =
      identity.role !== 'Admin' && !parentUid && page === 1
        ? [{ id: -1, uid: 'sharedwithme', title: 'Shared with me' }]
        : [];
    answer(res, 200, [...shared, ...folders]);
  });

  router.get('/api/folders/:uid', (req, res) => {
    const identity = identityOf(req);
    const folder = state.folders.get(req.params.uid);
    if (folder) {
      answer(res, 200, describe(folder, identity));
    } else {
      answerMessage(res, 404, 'folder not found', NOT_FOUND);
    }
  });

  router.post('/api/folders', (req, res) => {
    const identity = identityOf(req);
    const body = readBody(req);
    if (identity.role === 'Viewer') {
      answerForbidden(res, 'folders:create');
      return;
    }
    if (!body) {
      answerMessage(res, 400, 'bad request data');
      return;
    }
    const title = String(body.title ?? '').trim();
    const uid = String(body.uid || state.nextUid());
    const problem =
      title === '' ? 'folder title cannot be empty' : checkUid(uid);
    if (problem) {
      answerMessage(res, 400, problem);
      return;
    }
    if (state.folders.has(uid)) {
      answerMessage(res, 412, 'the folder has been changed by someone else');
      return;
    }
    const parentUid = body.parentUid ? String(body.parentUid) : undefined;
    if (depthOf(state, parentUid) > MAX_DEPTH) {
      answerMessage(
        res,
        500,
        'Folder API error: folder max depth exceeded, max depth is 4',
      );
      return;
    }
    const now = state.timestamp();
    const author = identity.isServiceAccount ? 'Anonymous' : identity.name;
    const folder: Folder = {
      id: state.nextObjectId(),
      uid,
      title,
      parentUid,
      created: now,
      updated: now,
      createdBy: author,
      updatedBy: 'Anonymous',
      version: 1,
      maker: identity.name,
    };
    state.folders.set(uid, folder);
    // 12.4 answers from a permission cache that does not know the new folder yet.
    const cached = identity.role === 'Admin' || parentUid !== undefined;
    answer(res, 200, {
      ...describe(folder, identity),
      canSave: cached,
      canEdit: cached,
      canAdmin: cached,
      canDelete: cached,
    });
  });

  router.delete('/api/folders/:uid', (req, res) => {
    const identity = identityOf(req);
    const { uid } = req.params;
    if (identity.role === 'Viewer' || uid === 'general') {
      answerForbidden(res, 'folders:delete');
      return;
    }
    if (!state.folders.has(uid)) {
      if (identity.role === 'Admin') {
        answerMessage(res, 404, 'folder not found', NOT_FOUND);
      } else {
        answerNotFoundByAccessControl(res, 'folder not found');
      }
      return;
    }
    const holdsRules = [...state.rules.values()].some(
      rule => rule.folderUID === uid,
    );
    const holdsContent =
      [...state.dashboards.values()].some(
        ({ folderUid }) => folderUid === uid,
      ) ||
      [...state.folders.values()].some(({ parentUid }) => parentUid === uid);
    if (holdsRules || holdsContent) {
      answer(res, 400, {
        ...(holdsRules
          ? { statusCode: 400, messageId: 'folder.not-empty' }
          : {}),
        message: 'Folder cannot be deleted: folder is not empty',
      });
      return;
    }
    state.folders.delete(uid);
    answerMessage(res, 200, 'Folder deleted');
  });

  return router;
}
