import { Router } from 'express';
import {
  answer,
  answerForbidden,
  answerMessage,
  answerNotFoundByAccessControl,
} from '../http/answers';
import { isRace } from '../faults/FaultInjector';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import { deleteDashboard, refuseDelete } from '../state/deleteDashboard';
import { describeDashboard } from '../state/describeDashboard';
import { GrafanaState } from '../state/GrafanaState';
import { maySeeDashboard } from '../state/maySee';
import { saveDashboard } from '../state/saveDashboard';

/** `/api/dashboards` (recording `dashboards`). */
export function dashboardRoutes(state: GrafanaState): Router {
  const router = Router();

  router.post('/api/dashboards/db', (req, res) => {
    const identity = identityOf(req);
    const body = readBody(req);
    if (!body || typeof body.dashboard !== 'object' || !body.dashboard) {
      answerMessage(res, 400, 'bad request data');
      return;
    }
    if (identity.role === 'Viewer') {
      answerForbidden(res, 'any of dashboards:create, dashboards:write');
      return;
    }
    const { status, body: result } = saveDashboard(
      state,
      isRace(req) ? { ...body, overwrite: true } : body,
      identity,
    );
    answer(res, status, result);
  });

  router.get('/api/dashboards/uid/:uid', (req, res) => {
    const identity = identityOf(req);
    const dashboard = state.dashboards.get(req.params.uid);
    if (dashboard && !maySeeDashboard(dashboard, identity)) {
      answerForbidden(res, 'dashboards:read');
    } else if (dashboard) {
      answer(res, 200, describeDashboard(state, dashboard, identity));
    } else if (identity.role === 'Admin' || state.gone.has(req.params.uid)) {
      answerMessage(res, 404, 'Dashboard not found');
    } else {
      answerNotFoundByAccessControl(res, 'Dashboard not found');
    }
  });

  router.delete('/api/dashboards/uid/:uid', (req, res) => {
    if (identityOf(req).role === 'Viewer') {
      answerForbidden(res, 'dashboards:delete');
      return;
    }
    const dashboard = state.dashboards.get(req.params.uid);
    if (!dashboard) {
      answerMessage(res, 404, 'Dashboard not found');
      return;
    }
    const refused = refuseDelete(dashboard);
    if (refused) {
      answerMessage(res, 400, refused);
      return;
    }
    deleteDashboard(state, dashboard.uid);
    const { title } = dashboard.data;
    answer(res, 200, {
      message: `Dashboard ${title} deleted`,
      title,
      uid: dashboard.uid,
    });
  });

  return router;
}
