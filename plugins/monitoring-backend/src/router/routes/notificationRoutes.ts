import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { TestNotificationRequest } from '@sightline/backstage-plugin-monitoring-common';
import { audited } from '../audited';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { RouterOptions } from '../RouterOptions';

/** Messages that somebody asks for. */
export function notificationRoutes(options: RouterOptions): Router {
  const { auditor, httpAuth, testable, testNotifications } = options;
  const router = PromiseRouter();

  router.post(`${ENTITY_PATH}/notifications/test`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entityRef = entityRefOf(req.params);
    const { channel } = req.body as TestNotificationRequest;
    const answer = await audited(
      auditor,
      {
        eventId: 'test-notification',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef, channel },
      },
      async () => {
        const entity = await testable.readOne(entityRef, { credentials });
        return testNotifications.send(entity, channel, {
          by: credentials.principal.userEntityRef,
        });
      },
    );
    res.json(answer);
  });

  return router;
}
