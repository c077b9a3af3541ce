import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
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
  const router: Router = createValidatedOpenApiRouter(spec);
  router.use(sloRoutes(options));
  router.use(alertRoutes(options));
  router.use(entityRoutes(options));
  router.use(notificationRoutes(options));
  router.use(provisioningRoutes(options));
  router.use(entityProvisioningRoutes(options));
  router.use(dashboardRoutes(options));
  router.use(markRoutes(options));
  router.use(panelRoutes(options));
  router.use(exemplarRoutes(options));
  router.use(suggestionRoutes(options));
  router.use(targetRoutes(options));
  router.use(variableRoutes(options));
  router.use(exploreRoutes(options));
  router.use(dropGoneCallers);
  router.use(sayWhenToRetry);
  return router;
}
