import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { callerKey } from '../../observing';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** Single observations behind the graphs of a panel. */
export function exemplarRoutes(options: RouterOptions): Router {
  const { httpAuth, metrics, exemplars } = options;
  const router = PromiseRouter();

  router.post(`${ENTITY_PATH}/panels/exemplars`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    res.json(
      await exemplars.list(entity, req.body, {
        ...parseEnvironmentQuery(req.query),
        signal,
        caller: callerKey(credentials),
      }),
    );
  });

  return router;
}
