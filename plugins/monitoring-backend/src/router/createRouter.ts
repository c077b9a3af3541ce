import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { spec } from '../schema/openapi';
import { dropGoneCallers } from './dropGoneCallers';
import { RouterOptions } from './RouterOptions';
import {
  alertRoutes,
  dashboardRoutes,
  entityProvisioningRoutes,
  entityRoutes,
  exemplarRoutes,
  exploreRoutes,
  markRoutes,
  notificationRoutes,
  PANEL_QUERY_PATH,
  panelRoutes,
  provisioningRoutes,
  sloRoutes,
  suggestionRoutes,
  targetRoutes,
  variableRoutes,
} from './routes';
import { sayWhenToRetry } from './sayWhenToRetry';

/** The HTTP API, checked against its OpenAPI document, which `GET /openapi.json` answers. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  // Before the others, and checked against its own part of the document: the validator compiles one
  // path after the other until one fits, for each request, which took longer than a panel that is held.
  router.post(PANEL_QUERY_PATH, panelQueryRouter(options));
  router.use(createValidatedOpenApiRouter(spec));
  router.use(sloRoutes(options));
  router.use(alertRoutes(options));
  router.use(entityRoutes(options));
  router.use(notificationRoutes(options));
  router.use(provisioningRoutes(options));
  router.use(entityProvisioningRoutes(options));
  router.use(dashboardRoutes(options));
  router.use(markRoutes(options));
  router.use(exemplarRoutes(options));
  router.use(suggestionRoutes(options));
  router.use(targetRoutes(options));
  router.use(variableRoutes(options));
  router.use(exploreRoutes(options));
  router.use(dropGoneCallers);
  router.use(sayWhenToRetry);
  return router;
}

function panelQueryRouter(options: RouterOptions): Router {
  const path = PANEL_QUERY_PATH.replace(/:(\w+)/g, '{$1}');
  const router: Router = createValidatedOpenApiRouter({
    ...spec,
    paths: { [path]: spec.paths[path] },
  });
  router.use(panelRoutes(options));
  return router;
}
