import { Router } from 'express';
import { answer, answerMessage } from '../http/answers';

/** Uid of the one data source that the stand-in has. */
export const STAND_IN_DATASOURCE = 'prom';

/** The one data source: a Prometheus (recording `datasources`, scenario “read”). */
export function datasourceRoutes(options: { prometheusUrl: string }): Router {
  const router = Router();
  const common = {
    id: 1,
    uid: STAND_IN_DATASOURCE,
    orgId: 1,
    name: 'Prometheus',
    type: 'prometheus',
  };
  const rest = {
    typeLogoUrl: 'public/plugins/prometheus/img/prometheus_logo.svg',
    access: 'proxy',
    url: options.prometheusUrl,
    user: '',
    database: '',
    basicAuth: false,
  };
  const jsonData = { httpMethod: 'POST', prometheusType: 'Prometheus' };

  router.get('/api/datasources', (_req, res) =>
    answer(res, 200, [
      {
        ...common,
        typeName: 'Prometheus',
        ...rest,
        isDefault: true,
        jsonData,
        readOnly: false,
      },
    ]),
  );

  router.get('/api/datasources/uid/:uid', (req, res) => {
    if (req.params.uid !== STAND_IN_DATASOURCE) {
      answerMessage(res, 404, 'Data source not found');
      return;
    }
    answer(res, 200, {
      ...common,
      ...rest,
      basicAuthUser: '',
      withCredentials: false,
      isDefault: true,
      jsonData,
      secureJsonFields: {},
      version: 1,
      readOnly: false,
      apiVersion: '',
    });
  });

  return router;
}
