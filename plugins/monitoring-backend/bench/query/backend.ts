import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { monitoringMetricsReadPermission } from '@sightline/backstage-plugin-monitoring-common';
import { json } from 'express';
import PromiseRouter from 'express-promise-router';
import { entitiesOf } from './services';
import { BackendOptions } from './startBackend';

/**
 * A backend in a process of its own: our plugin, the stock proxy, and a route that does what every
 * route has to (who asks, which entity, may they) and sends bytes that it holds.
 */
const options: BackendOptions = JSON.parse(process.argv[2]);

let constant = Buffer.alloc(0);

const constantPlugin = createBackendPlugin({
  pluginId: 'constant',
  register(env) {
    env.registerInit({
      deps: {
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        catalog: catalogServiceRef,
      },
      async init({ httpRouter, httpAuth, permissions, catalog }) {
        const router = PromiseRouter();
        router.use(json());
        router.post('/:name', async (req, res) => {
          const credentials = await httpAuth.credentials(req);
          const ref = `component:default/${req.params.name}`;
          const entity = await catalog.getEntityByRef(ref, { credentials });
          const [decision] = await permissions.authorize(
            [{ permission: monitoringMetricsReadPermission, resourceRef: ref }],
            { credentials },
          );
          if (!entity || decision.result !== AuthorizeResult.ALLOW) {
            res.status(404).end();
            return;
          }
          res.set({
            'Content-Type': 'application/x-ndjson',
            'Content-Encoding': 'gzip',
            'Cache-Control': 'no-store, no-transform',
          });
          res.send(constant);
        });
        httpRouter.use(router);
      },
    });
  },
});

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      app: { baseUrl: 'http://127.0.0.1' },
      backend: {
        baseUrl: `http://127.0.0.1:${options.port}`,
        listen: { host: '127.0.0.1', port: options.port },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      proxy: { endpoints: { '/prometheus': { target: options.prometheus } } },
      monitoring: {
        prometheus: [
          {
            id: 'default',
            url: options.prometheus,
            scope: [{ label: 'namespace', from: 'metadata.namespace' }],
          },
          {
            id: 'counted',
            url: options.counted,
            scope: [{ label: 'namespace', from: 'metadata.namespace' }],
          },
          {
            id: 'faulty',
            url: options.faulty,
            limits: { timeout: '5s' },
            scope: [{ label: 'namespace', from: 'metadata.namespace' }],
          },
        ],
        cache: { maxBytes: 16_000_000, maxSentBytes: 16_000_000 },
        provisioning: {
          mode: 'plan',
          dashboards: 'none',
          alerts: 'none',
          slos: 'none',
        },
      },
    },
  }),
);
backend.add(mockServices.rootLogger.factory({ level: 'none' }));
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(
  catalogServiceMock.factory({
    entities: entitiesOf(options.services, options.faultyServices),
  }),
);
backend.add(import('@backstage/plugin-proxy-backend'));
backend.add(constantPlugin);
backend.add(import('../../src'));

process.on('message', (message: { constant?: string; memory?: true }) => {
  if (message.constant !== undefined) {
    constant = Buffer.from(message.constant, 'base64');
    process.send?.({ isSet: true });
  }
  if (message.memory) {
    process.send?.({ rss: process.memoryUsage().rss });
  }
});
process.once('disconnect', () => process.exit(0));

backend.start().then(() => process.send?.({ isReady: true }));
