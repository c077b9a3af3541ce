import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { callerKey } from '../../observing';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';
import { ServerTiming } from '../ServerTiming';
import { startLines } from '../startLines';

/** Of queries of panels. */
export const PANEL_QUERY_PATH = `${ENTITY_PATH}/panels/query`;

/** The data of panels. */
export function panelRoutes(options: RouterOptions): Router {
  const { httpAuth, metrics, panels } = options;
  const router = PromiseRouter();

  router.post(PANEL_QUERY_PATH, async (req, res) => {
    const signal = closeSignal(res);
    const timing = ServerTiming.start();
    const credentials = await httpAuth.credentials(req);
    timing.mark('auth');
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    timing.mark('entity');
    const lines = startLines(req, res, timing);
    await panels.query(entity, req.body, {
      ...parseEnvironmentQuery(req.query),
      signal,
      caller: callerKey(credentials),
      onStep: step => timing.mark(step),
      onLine: lines.send,
    });
    lines.end();
  });

  return router;
}
