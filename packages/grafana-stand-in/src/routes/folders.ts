import { Router } from 'express';
import { answer, answerForbidden, answerMessage } from '../http/answers';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import { createFolder } from '../state/createFolder';
import {
  describeFolder,
  describeRootFolder,
  ROOT_FOLDER,
} from '../state/describeFolder';
import { GrafanaState } from '../state/GrafanaState';

/** `GET /api/folders/:uid` and `POST /api/folders` (recording `folders`). */
export function folderRoutes(state: GrafanaState): Router {
  const router = Router();

  router.get('/api/folders/:uid', (req, res) => {
    const identity = identityOf(req);
    const { uid } = req.params;
    const folder = state.folders.get(uid);
    if (uid === ROOT_FOLDER) {
      answer(res, 200, describeRootFolder(identity));
    } else if (folder) {
      answer(res, 200, describeFolder(state, folder, identity));
    } else if (identity.role === 'Admin' || state.gone.has(uid)) {
      answerMessage(res, 404, 'folder not found', { status: 'not-found' });
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

  return router;
}
