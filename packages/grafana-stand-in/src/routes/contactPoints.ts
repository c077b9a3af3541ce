import { Router } from 'express';
import {
  answer,
  answerForbidden,
  answerMessage,
  answerWithCharset,
} from '../http/answers';
import { identityOf } from '../http/authenticate';
import { provenanceOf } from '../http/provenanceOf';
import { readBody } from '../http/readBody';
import { compareTitles } from '../state/compareTitles';
import { GrafanaState } from '../state/GrafanaState';
import {
  createContactPoint,
  deleteContactPoint,
  describeContactPoint,
  updateContactPoint,
} from '../state/saveContactPoint';

const WRITE =
  'any of alert.provisioning:write, alert.notifications.provisioning:write, all of alert.notifications:write, alert.provisioning.provenance:write';
const PATH = '/api/v1/provisioning/contact-points';

/** Contact points of the provisioning API (recording `contact-points`). */
export function contactPointRoutes(state: GrafanaState): Router {
  const router = Router();

  router.get(PATH, (req, res) => {
    const { name } = req.query;
    answer(
      res,
      200,
      [...state.contactPoints.values()]
        .filter(point => name === undefined || point.name === name)
        .sort(
          (a, b) =>
            compareTitles(a.name, b.name) || compareTitles(a.uid, b.uid),
        )
        .map(point => describeContactPoint(point, { withProvenance: true })),
    );
  });

  router.use(PATH, (req, res, next) => {
    if (identityOf(req).role === 'Viewer') {
      answerForbidden(res, WRITE);
    } else if (req.method !== 'DELETE' && !readBody(req)) {
      answerMessage(res, 400, 'bad request data');
    } else {
      next();
    }
  });

  router.post(PATH, (req, res) => {
    const { status, body } = createContactPoint(
      state,
      readBody(req)!,
      provenanceOf(req),
    );
    // What fails inside is answered by 12.4's middleware.
    (status === 500 ? answerWithCharset : answer)(res, status, body);
  });

  router.put(`${PATH}/:uid`, (req, res) => {
    const { status, body } = updateContactPoint(
      state,
      req.params.uid,
      readBody(req)!,
      provenanceOf(req),
    );
    answer(res, status, body);
  });

  router.delete(`${PATH}/:uid`, (req, res) => {
    const { status, body } = deleteContactPoint(state, req.params.uid);
    answer(res, status, body);
  });

  return router;
}
