import PromiseRouter from 'express-promise-router';
import { Router } from 'express';
import { callerKey } from '../../observing';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import {
  parseEnvironmentQuery,
  parseSloHistoryQuery,
  parseSloListQuery,
  parseSloRollupQuery,
  parseSloTrendQuery,
} from '../parseQuery';
import { RouterOptions } from '../RouterOptions';
import { describeSlo } from './describeSlo';

/** How SLOs stand, and stood. */
export function sloRoutes(options: RouterOptions): Router {
  const { httpAuth, entities, metrics, slos } = options;
  const { sloDefinitions, sloHistory } = options;
  const router = PromiseRouter();

  router.get('/v1/slos', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parseSloListQuery(req.query);
    res.json(await slos.list(query, { credentials }));
  });

  router.get('/v1/slos/rollups', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { by, query } = parseSloRollupQuery(req.query);
    res.json(await slos.rollups(by, query, { credentials }));
  });

  router.get('/v1/slos/trends', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const wanted = parseSloTrendQuery(req.query);
    res.json(await slos.trends(wanted, { credentials }));
  });

  router.get(`${ENTITY_PATH}/slos`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const { environment } = parseEnvironmentQuery(req.query);
    res.json(await slos.listForEntity(entityRef, { credentials, environment }));
  });

  router.get(`${ENTITY_PATH}/slos/:id`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entity = await entities.readOne(entityRefOf(req.params), {
      credentials,
    });
    const defined = sloDefinitions.describe(entity, req.params.id);
    res.json(await describeSlo(defined, { ...options, credentials }));
  });

  router.get(`${ENTITY_PATH}/slos/:id/openslo`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entity = await entities.readOne(entityRefOf(req.params), {
      credentials,
    });
    const { detail } = sloDefinitions.describe(entity, req.params.id);
    res.attachment(`${req.params.name}-${req.params.id}.yaml`);
    res.type('application/yaml').send(detail.openSlo);
  });

  router.get(`${ENTITY_PATH}/slos/:id/history`, async (req, res) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const query = parseSloHistoryQuery(req.query);
    const entity = await metrics.readOne(entityRefOf(req.params), {
      credentials,
    });
    res.json(
      await sloHistory.history(entity, req.params.id, query, {
        signal,
        caller: callerKey(credentials),
      }),
    );
  });

  return router;
}
