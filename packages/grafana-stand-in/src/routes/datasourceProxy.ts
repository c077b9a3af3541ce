import { Request, Response, Router } from 'express';
import { request } from 'undici';
import { answerMessage } from '../http/answers';
import { STAND_IN_DATASOURCE } from './datasources';

const TIMEOUT = 30_000;
const PASSED_ON = ['content-type', 'retry-after'];

/** Passes queries of the data-source proxy to the real Prometheus (recording `datasource-proxy`). */
export function datasourceProxyRoutes(options: {
  prometheusUrl: string;
}): Router {
  const router = Router();

  const forward = async (req: Request, res: Response) => {
    if (req.params.uid !== STAND_IN_DATASOURCE) {
      answerMessage(res, 404, 'Unable to find datasource');
      return;
    }
    const path = req.originalUrl.slice(
      `/api/datasources/proxy/uid/${req.params.uid}`.length,
    );
    try {
      const upstream = await request(`${options.prometheusUrl}${path}`, {
        method: req.method === 'POST' ? 'POST' : 'GET',
        headers:
          req.method === 'POST'
            ? { 'content-type': String(req.headers['content-type']) }
            : {},
        body: req.method === 'POST' ? req.body : undefined,
        headersTimeout: TIMEOUT,
        bodyTimeout: TIMEOUT,
      });
      res.status(upstream.statusCode).set('cache-control', 'no-store');
      for (const name of PASSED_ON) {
        const value = upstream.headers[name];
        if (value !== undefined) {
          res.set(name, String(value));
        }
      }
      res.end(Buffer.from(await upstream.body.arrayBuffer()));
    } catch {
      // A dead or silent upstream is a 502 without a word.
      res.status(502).end();
    }
  };

  router.get('/api/datasources/proxy/uid/:uid/*', forward);
  router.post('/api/datasources/proxy/uid/:uid/*', forward);
  return router;
}
