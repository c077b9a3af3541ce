import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { RouterOptions } from '../RouterOptions';

/** The dashboards of an entity. */
export function dashboardRoutes(options: RouterOptions): Router {
  const { httpAuth, entities, dashboards } = options;
  const router = PromiseRouter();

  router.get(`${ENTITY_PATH}/dashboards`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await entities.readOne(entityRefOf(req.params), {
      credentials,
    });
    res.json(await dashboards.list(entity, { signal }));
  });

  router.get(`${ENTITY_PATH}/dashboards/:uid`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await entities.readOne(entityRefOf(req.params), {
      credentials,
    });
    res.json(await dashboards.get(entity, req.params.uid, { signal }));
  });

  return router;
}
