import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

// The plugin alone, on a catalog of one component, with every permission for whoever calls:
//
//   curl http://localhost:7007/api/monitoring/openapi.json
//   curl http://localhost:7007/api/monitoring/v1/slos
//   curl http://localhost:7007/api/monitoring/v1/entities/component/default/ingestor
//   curl http://localhost:7007/api/monitoring/v1/entities/component/default/ingestor/dashboards
//
// It reads app-config.yaml of the repository, which names no Prometheus: there are no figures
// until `APP_CONFIG_monitoring_prometheus='[{"id":"default","url":"http://localhost:9090"}]'` does.
// `APP_CONFIG_backend_listen_port` moves it.
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'ingestor',
          annotations: {
            'monitoring/packs': 'http',
            'monitoring/slos':
              'availability 99.9% 30d; latency p95 < 500ms 30d',
          },
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'team-media' },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
