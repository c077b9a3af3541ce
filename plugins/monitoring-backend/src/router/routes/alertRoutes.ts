import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseAlertListQuery, parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** Which alerts are active. */
export function alertRoutes(options: RouterOptions): Router {
  const { httpAuth, alerts } = options;
  const router = PromiseRouter();

  router.get('/v1/alerts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parseAlertListQuery(req.query);
    res.json(await alerts.list(query, { credentials }));
  });

  router.get(`${ENTITY_PATH}/alerts`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const { environment } = parseEnvironmentQuery(req.query);
    res.json(
      await alerts.listForEntity(entityRef, { credentials, environment }),
    );
  });

  return router;
}
