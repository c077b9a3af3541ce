import { Request, Response, Router } from 'express';
import { answer, answerMessage, answerText } from '../../http/answers';
import { identityOf } from '../../http/authenticate';
import { checkNamespace, NAMESPACE } from '../../http/checkNamespace';
import { checkPreconditions } from '../../http/checkPreconditions';
import { readBody } from '../../http/readBody';
import { managerOf, readObject } from '../../http/readObject';
import { listQueryOf, nameSelector } from '../../http/selectors';
import {
  badRequest,
  deleted,
  failure,
  notFound,
  Status,
} from '../../http/statuses';
import { DASHBOARD_FORMS, specIn } from '../../state/dashboardForms';
import { deleteDashboard, refuseDelete } from '../../state/deleteDashboard';
import {
  DASHBOARD_GROUP,
  describeDashboardAccess,
  describeDashboardResource,
} from '../../state/describeDashboardResource';
import {
  Dashboard,
  DashboardForm,
  GrafanaState,
} from '../../state/GrafanaState';
import { listPage } from '../../state/listPage';
import { maySeeDashboard } from '../../state/maySee';
import { mergePatch } from '../../state/mergePatch';
import {
  createDashboardResource,
  updateDashboardResource,
} from '../../state/saveDashboardResource';

function send(res: Response, { status, body }: Status): void {
  answer(res, status, body);
}

function aboutRequest(req: Request) {
  return {
    group: DASHBOARD_GROUP,
    resource: 'dashboards',
    name: req.params.name,
  };
}

/** Dashboards of one version of the API (recording `apis-dashboards`). */
function routesOf(state: GrafanaState, form: DashboardForm): Router {
  const router = Router({ mergeParams: true });
  const show = { form, namespace: NAMESPACE };

  const requestOf = (req: Request) => ({
    ...show,
    identity: identityOf(req),
    manager: managerOf(req),
    dryRun: req.query.dryRun === 'All',
  });

  const answerUnconverted = (req: Request, res: Response) =>
    answerMessage(
      res,
      501,
      `The Grafana stand-in does not convert dashboards to ${form}: ${req.path}`,
    );

  /** Answers with a dashboard as this version shows it, unless it would have to be converted. */
  const sendDashboard = (
    req: Request,
    res: Response,
    dashboard: Dashboard,
    more?: Record<string, unknown>,
  ) => {
    const body = describeDashboardResource(dashboard, show);
    if (body) {
      answer(res, 200, { ...body, ...more });
    } else {
      answerUnconverted(req, res);
    }
  };

  router.get('/', (req, res) => {
    const name = nameSelector(req);
    const named = name === undefined ? undefined : state.dashboards.get(name);
    const all =
      name === undefined
        ? [...state.dashboards.values()].sort((a, b) =>
            a.uid < b.uid ? -1 : 1,
          )
        : [named ?? []].flat();
    if (all.some(dashboard => specIn(dashboard, form) === undefined)) {
      answerUnconverted(req, res);
      return;
    }
    const page = listPage(all, listQueryOf(req), {
      kind: 'DashboardList',
      apiVersion: `${DASHBOARD_GROUP}/${form}`,
      resourceVersion: named?.resourceVersion ?? state.resourceVersion,
      mayRead: dashboard => maySeeDashboard(dashboard, identityOf(req)),
      describe: dashboard => describeDashboardResource(dashboard, show)!,
    });
    if ('refusal' in page) {
      send(res, page.refusal);
      return;
    }
    answerText(res, 200, page.text);
  });

  router.post('/', (req, res) => {
    const read = readObject(req, 'Dashboard');
    send(
      res,
      'refusal' in read
        ? read.refusal
        : createDashboardResource(state, read.body, requestOf(req)),
    );
  });

  router.get('/:name', (req, res) => {
    const dashboard = state.dashboards.get(req.params.name);
    if (!dashboard) {
      send(res, notFound(aboutRequest(req)));
    } else if (!maySeeDashboard(dashboard, identityOf(req))) {
      send(res, failure(403));
    } else {
      sendDashboard(req, res, dashboard);
    }
  });

  router.get('/:name/dto', (req, res) => {
    const dashboard = state.dashboards.get(req.params.name);
    if (dashboard) {
      sendDashboard(req, res, dashboard, {
        kind: 'DashboardWithAccessInfo',
        access: describeDashboardAccess(state, dashboard, identityOf(req)),
      });
    } else {
      send(res, notFound(aboutRequest(req)));
    }
  });

  router.put('/:name', (req, res) => {
    const read = readObject(req, 'Dashboard');
    send(
      res,
      'refusal' in read
        ? read.refusal
        : updateDashboardResource(
            state,
            req.params.name,
            read.body,
            requestOf(req),
          ),
    );
  });

  router.patch('/:name', (req, res) => {
    const dashboard = state.dashboards.get(req.params.name);
    const before = dashboard && describeDashboardResource(dashboard, show);
    if (!before) {
      send(res, notFound(aboutRequest(req)));
      return;
    }
    const read = readObject(req, 'Dashboard');
    send(
      res,
      'refusal' in read
        ? read.refusal
        : updateDashboardResource(
            state,
            req.params.name,
            mergePatch(before, read.body),
            requestOf(req),
          ),
    );
  });

  router.delete('/:name', (req, res) => {
    const dashboard = state.dashboards.get(req.params.name);
    if (!dashboard) {
      send(res, notFound(aboutRequest(req)));
      return;
    }
    if (identityOf(req).role === 'Viewer') {
      send(res, failure(403));
      return;
    }
    const refused = refuseDelete(dashboard);
    const stale = checkPreconditions(readBody(req) ?? {}, dashboard, {
      ...aboutRequest(req),
      kind: 'Dashboard',
    });
    if (refused || stale) {
      send(res, stale ?? badRequest(refused!));
      return;
    }
    deleteDashboard(state, dashboard.uid);
    send(res, deleted(aboutRequest(req), dashboard.guid));
  });

  return router;
}

/** Dashboards in the Kubernetes form of the API. */
export function dashboardResourceRoutes(state: GrafanaState): Router {
  const router = Router();
  for (const form of DASHBOARD_FORMS) {
    router.use(
      `/apis/${DASHBOARD_GROUP}/${form}/namespaces/:namespace/dashboards`,
      checkNamespace,
      routesOf(state, form),
    );
  }
  return router;
}
