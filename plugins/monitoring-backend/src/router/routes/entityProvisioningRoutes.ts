import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  DecideRequest,
  EntityProvisioningResponse,
  PauseRequest,
} from '@sightline/backstage-plugin-monitoring-common';
import { audited } from '../audited';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { RouterOptions } from '../RouterOptions';

const PATH = `${ENTITY_PATH}/provisioning`;

/** What is provisioned for one entity, and what a person can say to it. */
export function entityProvisioningRoutes(options: RouterOptions): Router {
  const { auditor, httpAuth, entities, provisionable, provisioning } = options;
  const router = PromiseRouter();

  /** Of an entity whose monitoring the caller may see. */
  async function readableRef(req: Request<any>): Promise<string> {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    await entities.readOne(entityRef, { credentials });
    return entityRef;
  }

  /** Does what a user asks for an entity for which he may provision, and has it audited. */
  async function provision<T>(
    req: Request<any>,
    event: { eventId: string; meta?: object },
    action: (entityRef: string, options: { by: string }) => Promise<T>,
  ): Promise<T> {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entityRef = entityRefOf(req.params);
    return audited(
      auditor,
      {
        eventId: event.eventId,
        severityLevel: 'medium',
        request: req,
        meta: { entityRef, ...event.meta },
      },
      async () => {
        await provisionable.readOne(entityRef, { credentials });
        return action(entityRef, { by: credentials.principal.userEntityRef });
      },
    );
  }

  router.get(PATH, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = await readableRef(req);
    const response: EntityProvisioningResponse = {
      ...(await provisioning.entity(entityRef)),
      mayProvision: await provisionable.allows(entityRef, { credentials }),
    };
    res.json(response);
  });

  router.get(`${PATH}/plan`, async (req, res) => {
    const entityRef = await readableRef(req);
    res.json(await provisioning.planEntity(entityRef));
  });

  router.get(`${PATH}/comparison`, async (req, res) => {
    const entityRef = await readableRef(req);
    res.json(await provisioning.compare(entityRef, String(req.query.key)));
  });

  router.post(`${PATH}/apply`, async (req, res) => {
    const started = await provision(
      req,
      { eventId: 'apply-entity' },
      (entityRef, { by }) => provisioning.startRun({ entityRef, by }),
    );
    res.status(202).json(started);
  });

  router.post(`${PATH}/decisions`, async (req, res) => {
    const decision = req.body as DecideRequest;
    const started = await provision(
      req,
      {
        eventId: 'decide-object',
        meta: { key: decision.key, decision: decision.decision },
      },
      (entityRef, by) => provisioning.decide(entityRef, decision, by),
    );
    res.status(202).json(started);
  });

  router.put(`${PATH}/pause`, async (req, res) => {
    const { reason } = req.body as PauseRequest;
    await provision(
      req,
      { eventId: 'pause-provisioning', meta: { reason } },
      (entityRef, by) => provisioning.pause({ entityRef }, { ...by, reason }),
    );
    res.status(204).end();
  });

  router.delete(`${PATH}/pause`, async (req, res) => {
    await provision(req, { eventId: 'resume-provisioning' }, (entityRef, by) =>
      provisioning.resume({ entityRef }, by),
    );
    res.status(204).end();
  });

  return router;
}
