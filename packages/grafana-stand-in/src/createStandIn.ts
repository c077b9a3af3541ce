import express, { Express } from 'express';
import { AlertStates } from './evaluation';
import { FaultInjector } from './faults';
import {
  answerMessage,
  answerPageNotFound,
  answerWithCharset,
} from './http/answers';
import { answerBrokenBody } from './http/answerBrokenBody';
import { authenticate, identityOf } from './http/authenticate';
import { dashboardResourceRoutes } from './routes/apis/dashboards';
import { annotationRoutes } from './routes/annotations';
import { discoveryRoutes, unknownGroupRoutes } from './routes/apis/discovery';
import { folderResourceRoutes } from './routes/apis/folders';
import { alertStateRoutes } from './routes/alertState';
import { contactPointRoutes } from './routes/contactPoints';
import { dashboardVersionRoutes } from './routes/dashboardVersions';
import { dashboardRoutes } from './routes/dashboards';
import { datasourceProxyRoutes } from './routes/datasourceProxy';
import { datasourceRoutes, prometheusDataSource } from './routes/datasources';
import { folderRoutes } from './routes/folders';
import { healthRoutes } from './routes/health';
import { libraryPanelRoutes } from './routes/libraryPanels';
import { muteTimingRoutes } from './routes/muteTimings';
import { organisationRoutes } from './routes/organisation';
import { pageRoutes } from './routes/pages';
import { ruleGroupRoutes } from './routes/ruleGroups';
import { searchRoutes } from './routes/search';
import { GrafanaState } from './state/GrafanaState';

/**
 * A test double of the parts of the Grafana 12.4 API that Sightline calls. It answers as the
 * recordings say and 501 to everything else, so that a new call is noticed.
 */
export function createStandIn(options: {
  /** Where the one data source points. */
  prometheusUrl: string;
  now?: () => Date;
  state?: GrafanaState;
  /** What an evaluator found; without one, no rule was ever evaluated. */
  alerts?: AlertStates;
  /** `false`: like a Grafana that has no Kubernetes form of the API yet. */
  apis?: boolean;
  /** What goes wrong; nothing by default. */
  faults?: FaultInjector;
}): Express {
  const state =
    options.state ?? new GrafanaState(options.now ?? (() => new Date()));
  if (state.dataSources.length === 0) {
    state.dataSources.push(prometheusDataSource(options.prometheusUrl));
  }
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_req, res, next) => {
    res.set('x-sightline-stand-in', 'This is not Grafana: demo and tests only');
    next();
  });
  if (options.faults) {
    app.use(options.faults.handle);
  }
  app.use(express.raw({ type: () => true, limit: '16mb', inflate: false }));
  app.use((req, _res, next) => {
    const { subPath } = state.server;
    if (subPath && req.url.startsWith(`${subPath}/`)) {
      req.url = req.url.slice(subPath.length);
    }
    next();
  });
  app.use(healthRoutes());
  app.use(pageRoutes(state));
  app.use(['/api', '/apis'], authenticate);
  app.use(['/api', '/apis'], (req, _res, next) => {
    state.refreshPermissions(identityOf(req).role);
    next();
  });
  app.use(organisationRoutes());
  app.use(searchRoutes(state));
  app.use(dashboardRoutes(state));
  app.use(dashboardVersionRoutes(state));
  app.use(libraryPanelRoutes(state));
  app.use(annotationRoutes(state));
  app.use(folderRoutes(state));
  if (options.apis === false) {
    app.use('/apis', (_req, res) => answerPageNotFound(res));
  }
  app.use(
    ['/api/v1/provisioning', '/api/prometheus/grafana'],
    (_req, res, next) => {
      if (state.server.alerting) {
        next();
      } else {
        answerWithCharset(res, 404, { message: 'Not found' });
      }
    },
  );
  app.use(discoveryRoutes());
  app.use(dashboardResourceRoutes(state));
  app.use(folderResourceRoutes(state));
  app.use(ruleGroupRoutes(state));
  app.use(contactPointRoutes(state));
  app.use(muteTimingRoutes(state));
  app.use(alertStateRoutes(state, options.alerts ?? new AlertStates()));
  app.use(datasourceRoutes(state));
  app.use(datasourceProxyRoutes(options));
  app.use(unknownGroupRoutes());
  app.use((req, res) =>
    answerMessage(
      res,
      501,
      `The Grafana stand-in does not know ${req.method} ${req.path}`,
    ),
  );
  app.use(answerBrokenBody);
  return app;
}
