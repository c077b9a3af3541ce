import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { DashboardMarksResponse } from '@sightline/backstage-plugin-monitoring-common';
import { callerKey } from '../../observing';
import { changeMarks } from '../changeMarks';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** What is marked on the graphs of a dashboard. */
export function markRoutes(options: RouterOptions): Router {
  const { httpAuth, entities, metrics, marks, provisioning } = options;
  const router = PromiseRouter();

  router.post(`${ENTITY_PATH}/dashboards/:uid/marks`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const entity = await metrics.readOne(entityRef, { credentials });
    await entities.readOne(entityRef, { credentials });
    const { environment } = parseEnvironmentQuery(req.query);
    const { uid } = req.params;
    const [found, changes] = await Promise.all([
      marks.list(entity, uid, req.body, {
        environment,
        signal,
        caller: callerKey(credentials),
      }),
      changeMarks(provisioning, entityRef, req.body.range),
    ]);
    const response: DashboardMarksResponse = {
      ...found,
      items: [...found.items, ...changes].sort((a, b) => a.from - b.from),
    };
    res.json(response);
  });

  return router;
}
