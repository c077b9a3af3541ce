import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import { chooseEnvironment } from '../../catalog';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { mergeHealth } from '../mergeHealth';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** What an entity's annotations ask for, and what became of it. */
export function entityRoutes(options: RouterOptions): Router {
  const { httpAuth, entities, provisioning, packs, slos, alerts } = options;
  const { testNotifications } = options;
  const router = PromiseRouter();

  router.get(ENTITY_PATH, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const { environment } = parseEnvironmentQuery(req.query);
    const monitoring = chooseEnvironment(
      await entities.readOne(entityRef, { credentials }),
      environment,
    );
    const [objects, lastReconciledAt, ofSlos, ofAlerts] = await Promise.all([
      provisioning.listObjects(entityRef),
      provisioning.lastReconciledAt(entityRef),
      slos.listForEntity(entityRef, { credentials, environment }),
      alerts.listForEntity(entityRef, { credentials, environment }),
    ]);
    const response: EntityMonitoringResponse = {
      spec: monitoring.spec,
      problems: monitoring.problems,
      objects,
      lastReconciledAt,
      notifications: monitoring.notifications,
      notificationTest: testNotifications.possibility(),
      availablePacks: packs
        .list()
        .map(({ id, title, description }) => ({ id, title, description })),
      health: mergeHealth([ofSlos.health, ofAlerts.health]),
    };
    res.json(response);
  });

  return router;
}
