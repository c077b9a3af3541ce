import { Request, Response, Router } from 'express';
import {
  answer,
  answerForbidden,
  answerMessage,
  answerNotFoundByAccessControl,
} from '../http/answers';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import {
  describeVersion,
  listVersions,
  restoreVersion,
} from '../state/dashboardVersions';
import { Dashboard, GrafanaState } from '../state/GrafanaState';
import { maySeeDashboard } from '../state/maySee';
import { describeSaved } from '../state/saveDashboard';

/** History of dashboards (recording `dashboard-versions`). */
export function dashboardVersionRoutes(state: GrafanaState): Router {
  const router = Router();

  /** Hands over the dashboard, to those who may change it. */
  const withDashboard =
    (use: (req: Request, res: Response, dashboard: Dashboard) => void) =>
    (req: Request, res: Response) => {
      const identity = identityOf(req);
      const { role } = identity;
      const { uid } = req.params;
      const dashboard = state.dashboards.get(uid);
      if (
        dashboard &&
        (role === 'Viewer' || !maySeeDashboard(dashboard, identity))
      ) {
        answerForbidden(res, 'dashboards:write');
      } else if (dashboard) {
        use(req, res, dashboard);
      } else if (role === 'Admin' || state.gone.has(uid)) {
        answerMessage(res, 404, 'Dashboard not found');
      } else {
        answerNotFoundByAccessControl(res, 'Dashboard not found');
      }
    };

  router.get(
    '/api/dashboards/uid/:uid/versions',
    withDashboard((req, res, dashboard) => {
      const { limit, continueToken } = req.query;
      const page = listVersions(dashboard, {
        limit: Number(limit) || undefined,
        continueToken: continueToken ? String(continueToken) : undefined,
      });
      if (page) {
        answer(res, 200, page);
      } else {
        answerMessage(
          res,
          404,
          `No versions found for dashboardId ${dashboard.id}`,
        );
      }
    }),
  );

  router.get(
    '/api/dashboards/uid/:uid/versions/:version',
    withDashboard((req, res, dashboard) => {
      const version = Number(req.params.version);
      const entry = dashboard.history.findLast(
        each => each.version === version,
      );
      if (entry) {
        answer(res, 200, describeVersion(dashboard, entry));
      } else {
        answerMessage(
          res,
          500,
          Number.isNaN(version)
            ? 'Internal Server Error'
            : `Dashboard version ${version} not found for dashboardId ${dashboard.id}`,
        );
      }
    }),
  );

  router.post(
    '/api/dashboards/uid/:uid/restore',
    withDashboard((req, res, dashboard) => {
      const { version } = readBody(req) ?? {};
      const entry = dashboard.history.findLast(
        each => each.version === version,
      );
      if (entry) {
        const identity = identityOf(req);
        const restored = restoreVersion(state, dashboard, entry, identity);
        answer(res, 200, describeSaved(state, restored));
      } else {
        answerMessage(res, 404, 'Dashboard not found');
      }
    }),
  );

  return router;
}
