import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ExploreQueryRequest } from '@sightline/backstage-plugin-monitoring-common';
import { callerKey } from '../../observing';
import { audited } from '../audited';
import { closeSignal } from '../closeSignal';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** What people ask freely. */
export function exploreRoutes(options: RouterOptions): Router {
  const { auditor, httpAuth, explorable, explore } = options;
  const router = PromiseRouter();

  const read = async (req: Request<EntityParams>, res: Response) => {
    const signal = closeSignal(res);
    const credentials = await httpAuth.credentials(req);
    const entity = await explorable.readOne(entityRefOf(req.params), {
      credentials,
    });
    const caller = callerKey(credentials);
    const asked = { ...parseEnvironmentQuery(req.query), signal, caller };
    return { entity, asked };
  };

  router.get(`${ENTITY_PATH}/explore`, async (req, res) => {
    const { entity, asked } = await read(req, res);
    res.json(explore.describe(entity, asked));
  });

  router.post(`${ENTITY_PATH}/explore/query`, async (req, res) => {
    const request: ExploreQueryRequest = req.body;
    const answer = await audited(
      auditor,
      {
        eventId: 'explore-query',
        severityLevel: 'low',
        request: req,
        meta: { entityRef: entityRefOf(req.params), ...describe(request) },
      },
      async () => {
        const { entity, asked } = await read(req, res);
        return explore.query(entity, request, asked);
      },
      withoutExpression,
    );
    res.json(answer);
  });

  router.post(`${ENTITY_PATH}/explore/metrics`, async (req, res) => {
    const { entity, asked } = await read(req, res);
    res.json(await explore.listMetrics(entity, req.body, asked));
  });

  router.post(`${ENTITY_PATH}/explore/labels`, async (req, res) => {
    const { entity, asked } = await read(req, res);
    res.json(await explore.listLabels(entity, req.body, asked));
  });

  router.post(`${ENTITY_PATH}/explore/values`, async (req, res) => {
    const { entity, asked } = await read(req, res);
    res.json(await explore.listValues(entity, req.body, asked));
  });

  return router;
}

type EntityParams = Parameters<typeof entityRefOf>[0];

/** What is refused is said with a part of it, which is not for the log either. */
function withoutExpression(error: Error): Error {
  return error.name === 'InputError'
    ? new InputError('The query was refused')
    : error;
}

/** Tells one expression from another; what people look for may say who they look for. */
function describe({ expression, instant }: ExploreQueryRequest) {
  return {
    queryType: instant ? 'instant' : 'range',
    characters: expression.length,
    sha256: createHash('sha256').update(expression).digest('hex').slice(0, 16),
  };
}
