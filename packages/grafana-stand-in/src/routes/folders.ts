import { Request, Response, Router } from 'express';
import { answer, answerForbidden, answerMessage } from '../http/answers';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import { createFolder } from '../state/createFolder';
import { deleteFolder } from '../state/deleteFolder';
import {
  describeFolder,
  describeRootFolder,
  ROOT_FOLDER,
} from '../state/describeFolder';
import { Folder, GrafanaState } from '../state/GrafanaState';
import { findFolder } from '../state/maySee';
import { listFolders } from '../state/listFolders';
import { moveFolder, updateFolder } from '../state/updateFolder';

const DEFAULT_LIMIT = 1000;

function answerNotFound(res: Response): void {
  answerMessage(res, 404, 'folder not found', { status: 'not-found' });
}

/** A positive number of the query; of several the first. */
function positive(req: Request, name: string, fallback: number): number {
  const value = Number([req.query[name]].flat()[0]);
  return value > 0 ? value : fallback;
}

/** `/api/folders` (recording `folders`). */
export function folderRoutes(state: GrafanaState): Router {
  const router = Router();

  router.get('/api/folders', (req, res) => {
    const { role } = identityOf(req);
    const parentUid = String(req.query.parentUid ?? '');
    if (parentUid && !state.folders.has(parentUid)) {
      answerNotFound(res);
    } else if (role === 'Viewer' && req.query.permission === 'Edit') {
      answer(res, 200, []);
    } else {
      answer(
        res,
        200,
        listFolders(state, {
          parentUid,
          limit: positive(req, 'limit', DEFAULT_LIMIT),
          page: positive(req, 'page', 1),
          identity: identityOf(req),
        }),
      );
    }
  });

  router.get('/api/folders/:uid', (req, res) => {
    const identity = identityOf(req);
    const { uid } = req.params;
    const folder = findFolder(state, uid, identity);
    if (uid === ROOT_FOLDER) {
      answer(res, 200, describeRootFolder(identity));
    } else if (folder) {
      answer(res, 200, describeFolder(state, folder, identity));
    } else if (identity.role === 'Admin' || state.gone.has(uid)) {
      answerNotFound(res);
    } else {
      // Whoever may not read all folders is not told that there is none.
      answerForbidden(res, 'folders:read');
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
    const { status, body: result } = createFolder(state, body, identity);
    answer(res, status, result);
  });

  /** Hands over the folder that is to be changed, or refuses. */
  const withFolder =
    (
      permission: string,
      use: (
        req: Request,
        folder: Folder,
      ) => { status: number; body: unknown } | undefined,
    ) =>
    (req: Request, res: Response) => {
      const identity = identityOf(req);
      const { role } = identity;
      const { uid } = req.params;
      const folder = findFolder(state, uid, identity);
      if (role === 'Viewer') {
        answerForbidden(res, permission);
      } else if (
        !folder &&
        permission === 'folders:delete' &&
        state.gone.has(uid)
      ) {
        answerMessage(
          res,
          404,
          `folders.folder.grafana.app "${uid}" not found`,
        );
      } else if (!folder && (role === 'Admin' || state.gone.has(uid))) {
        answerNotFound(res);
      } else if (!folder) {
        answerForbidden(res, permission);
      } else {
        const result = use(req, folder);
        if (result) {
          answer(res, result.status, result.body);
        } else {
          answerMessage(res, 400, 'bad request data');
        }
      }
    };

  router.put(
    '/api/folders/:uid',
    withFolder('folders:write', (req, folder) => {
      const body = readBody(req);
      return body && updateFolder(state, folder, body, identityOf(req));
    }),
  );

  router.post(
    '/api/folders/:uid/move',
    withFolder('folders:write', (req, folder) => {
      const body = readBody(req);
      return body && moveFolder(state, folder, body.parentUid, identityOf(req));
    }),
  );

  router.delete(
    '/api/folders/:uid',
    withFolder('folders:delete', (req, folder) =>
      deleteFolder(state, folder, {
        force: req.query.forceDeleteRules === 'true',
      }),
    ),
  );

  return router;
}
