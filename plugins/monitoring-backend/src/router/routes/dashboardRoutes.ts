import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { callerKey } from '../../observing';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import {
  parseAvailableDashboardsQuery,
  parseEnvironmentQuery,
} from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** The dashboards of an entity. */
export function dashboardRoutes(options: RouterOptions): Router {
  const { httpAuth, entities, metrics, dashboards } = options;
  const router = PromiseRouter();

  router.get(`${ENTITY_PATH}/dashboards`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await entities.readOne(entityRefOf(req.params), {
      credentials,
    });
    const { environment } = parseEnvironmentQuery(req.query);
    const caller = callerKey(credentials);
    res.json(await dashboards.list(entity, { environment, signal, caller }));
  });

  router.get(`${ENTITY_PATH}/dashboards/:uid`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const entity = await entities.readOne(entityRef, { credentials });
    const { environment } = parseEnvironmentQuery(req.query);
    const { uid } = req.params;
    res.json(
      await dashboards.get(entity, uid, {
        environment,
        onlyNamed: !(await metrics.allows(entityRef, { credentials })),
        signal,
        caller: callerKey(credentials),
      }),
    );
  });

  router.get(`${ENTITY_PATH}/available-dashboards`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    const { environment } = parseEnvironmentQuery(req.query);
    const query = parseAvailableDashboardsQuery(req.query);
    res.json(
      await dashboards.listAvailable(entity, query, {
        environment,
        signal,
        caller: callerKey(credentials),
      }),
    );
  });

  return router;
}
