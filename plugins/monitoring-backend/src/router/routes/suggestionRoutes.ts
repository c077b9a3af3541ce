import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ENTITY_PATH, entityRefOf } from '../entityPath';
import { parseEnvironmentQuery } from '../parseQuery';
import { RouterOptions } from '../RouterOptions';

/** Packs that an entity could opt in to, by its live metrics. */
export function suggestionRoutes(options: RouterOptions): Router {
  const { httpAuth, metrics, suggestions } = options;
  const router = PromiseRouter();

  router.get(`${ENTITY_PATH}/suggestions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req.params);
    const entity = await metrics.readOne(entityRef, { credentials });
    const { environment } = parseEnvironmentQuery(req.query);
    res.json(await suggestions.suggest(entity, { environment }));
  });

  return router;
}
