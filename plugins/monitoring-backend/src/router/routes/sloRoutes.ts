import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import {
  parseEnvironmentQuery,
  parseSloHistoryQuery,
  parseSloListQuery,
} from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** How SLOs stand, and stood. */
export function sloRoutes(options: RouterOptions): Router {
  const { httpAuth, metrics, slos, sloHistory } = options;
  const router = PromiseRouter();

  router.get('/v1/slos', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parseSloListQuery(req.query);
    res.json(await slos.list(query, { credentials }));
  });

  router.get(`${ENTITY_PATH}/slos`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const { environment } = parseEnvironmentQuery(req.query);
    res.json(await slos.listForEntity(entityRef, { credentials, environment }));
  });

  router.get(`${ENTITY_PATH}/slos/:id/history`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const query = parseSloHistoryQuery(req.query);
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    res.json(
      await sloHistory.history(entity, req.params.id, query, { signal }),
    );
  });

  return router;
}
