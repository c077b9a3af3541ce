import { Router } from 'express';
import {
  answer,
  answerForbidden,
  answerMessage,
  answerNotFoundByAccessControl,
} from '../http/answers';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import { describeDashboard } from '../state/describeDashboard';
import { GrafanaState } from '../state/GrafanaState';
import { saveDashboard } from '../state/saveDashboard';

/** `/api/dashboards` (recordings `dashboards` and `dashboard-versions`). */
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
    const { status, body: result } = saveDashboard(state, body, identity);
    answer(res, status, result);
  });

  router.get('/api/dashboards/uid/:uid', (req, res) => {
    const identity = identityOf(req);
    const dashboard = state.dashboards.get(req.params.uid);
    if (dashboard) {
      answer(res, 200, describeDashboard(state, dashboard, identity));
    } else if (identity.role === 'Admin') {
      answerMessage(res, 404, 'Dashboard not found');
    } else {
      answerNotFoundByAccessControl(res, 'Dashboard not found');
    }
  });

  router.get('/api/dashboards/uid/:uid/versions', (req, res) => {
    if (identityOf(req).role === 'Viewer') {
      answerForbidden(res, 'dashboards:write');
      return;
    }
    const dashboard = state.dashboards.get(req.params.uid);
    if (!dashboard) {
      answerMessage(res, 404, 'Dashboard not found');
      return;
    }
    const limit = Number(req.query.limit) || dashboard.versions.length;
    answer(res, 200, {
      continueToken: '',
      versions: dashboard.versions.slice(0, limit).map(entry => ({
        id: entry.version,
        dashboardId: dashboard.id,
        uid: dashboard.uid,
        parentVersion: entry.parentVersion,
        restoredFrom: 0,
        version: entry.version,
        created: entry.created,
        message: entry.message,
        data: { ...entry.data, version: entry.version },
        createdBy: entry.createdBy,
      })),
    });
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
    state.dashboards.delete(dashboard.uid);
    const { title } = dashboard.data;
    answer(res, 200, {
      message: `Dashboard ${title} deleted`,
      title,
      uid: dashboard.uid,
    });
  });

  return router;
}
