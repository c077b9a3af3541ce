import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { callerKey } from '../../observing';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** Whether an entity is scraped. */
export function targetRoutes(options: RouterOptions): Router {
  const { httpAuth, metrics, targets } = options;
  const router = PromiseRouter();

  router.get(`${ENTITY_PATH}/targets`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    res.json(
      await targets.list(entity, {
        ...parseEnvironmentQuery(req.query),
        signal,
        caller: callerKey(credentials),
      }),
    );
  });

  return router;
}
