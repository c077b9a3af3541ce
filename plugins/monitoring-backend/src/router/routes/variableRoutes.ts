import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { callerKey } from '../../observing';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** What can be chosen for the variables of a dashboard. */
export function variableRoutes(options: RouterOptions): Router {
  const { httpAuth, metrics, variables } = options;
  const router = PromiseRouter();

  router.post(`${ENTITY_PATH}/dashboards/:uid/variables`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    const { environment } = parseEnvironmentQuery(req.query);
    const { uid } = req.params;
    res.json(
      await variables.listChoices(entity, uid, req.body, {
        environment,
        signal,
        caller: callerKey(credentials),
      }),
    );
  });

  return router;
}
