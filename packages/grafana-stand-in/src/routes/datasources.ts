import { Router } from 'express';
import { answer, answerMessage } from '../http/answers';
import { DataSource, GrafanaState } from '../state/GrafanaState';

/** Uid of the one data source that a stand-in has. */
export const STAND_IN_DATASOURCE = 'prom';

/** The Prometheus that a stand-in's queries go to. */
export function prometheusDataSource(url: string): DataSource {
  return {
    id: 1,
    uid: STAND_IN_DATASOURCE,
    name: 'Prometheus',
    type: 'prometheus',
    typeName: 'Prometheus',
    typeLogoUrl: 'public/plugins/prometheus/img/prometheus_logo.svg',
    url,
    isDefault: true,
    jsonData: { httpMethod: 'POST', prometheusType: 'Prometheus' },
    secureJsonFields: {},
  };
}

const COMMON = {
  orgId: 1,
  access: 'proxy',
  user: '',
  database: '',
  basicAuth: false,
  readOnly: false,
};

/** `GET /api/datasources` and `GET /api/datasources/uid/:uid` (recording `datasources`). */
export function datasourceRoutes(state: GrafanaState): Router {
  const router = Router();

  router.get('/api/datasources', (_req, res) =>
    answer(
      res,
      200,
      [...state.dataSources]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ secureJsonFields, ...shown }) => ({ ...COMMON, ...shown })),
    ),
  );

  router.get('/api/datasources/uid/:uid', (req, res) => {
    const found = state.dataSources.find(({ uid }) => uid === req.params.uid);
    if (!found) {
      answerMessage(res, 404, 'Data source not found');
      return;
    }
    const { typeName, ...shown } = found;
    answer(res, 200, {
      ...COMMON,
      ...shown,
      basicAuthUser: '',
      withCredentials: false,
      version: 1,
      apiVersion: '',
    });
  });

  return router;
}
