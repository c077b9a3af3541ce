import { Router } from 'express';
import { answer, answerForbidden, answerMessage } from '../http/answers';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import { GrafanaState, LibraryPanel } from '../state/GrafanaState';

function describe({ uid, name, folderUid, model }: LibraryPanel) {
  return {
    result: {
      uid,
      name,
      folderUid,
      kind: 1,
      type: model.type ?? '',
      description: '',
      model: { description: '', ...model },
      version: 1,
      meta: { folderUid, connectedDashboards: 0 },
    },
  };
}

/** `/api/library-elements` (recording `other-endpoints`, scenario `library panels`). */
export function libraryPanelRoutes(state: GrafanaState): Router {
  const router = Router();

  router.post('/api/library-elements', (req, res) => {
    const { uid, name, folderUid = '', model } = readBody(req) ?? {};
    if (identityOf(req).role === 'Viewer') {
      answerForbidden(res, 'library.panels:create');
    } else if (typeof uid !== 'string' || typeof model !== 'object') {
      answerMessage(res, 400, 'bad request data');
    } else {
      const panel = { uid, name: String(name ?? ''), folderUid, model };
      state.libraryPanels.set(uid, panel);
      answer(res, 200, describe(panel));
    }
  });

  router.get('/api/library-elements/:uid', (req, res) => {
    const panel = state.libraryPanels.get(req.params.uid);
    if (panel) {
      answer(res, 200, describe(panel));
    } else {
      answerMessage(res, 404, 'library element could not be found');
    }
  });

  return router;
}
