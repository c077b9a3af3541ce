import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import monitoringPlugin from '..';
import { ALERTMANAGER_URL, GRAFANA_URL, PROMETHEUS_URL } from './upstreams';

/** A component, opted in to the `http` pack unless its annotations say otherwise. */
export function component(
  name: string,
  options: { annotations?: Record<string, string>; spec?: object } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: options.annotations ?? {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9% 30d',
      },
    },
    spec: { type: 'service', owner: 'team-media', ...options.spec },
  };
}

/** Uid of the dashboard that the `http` pack gives a component. */
export function httpDashboardUid(name: string): string {
  return objectUid(
    objectKey(`component:default/${name}`, 'dashboard', 'http/overview'),
  );
}

export function entityUrl(name: string, rest: string = ''): string {
  return `/api/monitoring/v1/entities/component/default/${name}${rest}`;
}

/** A catalog that does not have what is hidden, for whoever asks for entities by their refs. */
function aCatalog(entities: Entity[], hidden: string[]) {
  const catalog = catalogServiceMock({ entities });
  const read = catalog.getEntityByRef.bind(catalog);
  catalog.getEntityByRef = async (ref, options) =>
    hidden.includes(String(ref)) ? undefined : read(ref, options);
  const readAll = catalog.getEntitiesByRefs.bind(catalog);
  catalog.getEntitiesByRefs = async (request, options) => {
    const { items } = await readAll(request, options);
    return {
      items: items.map((entity, index) =>
        hidden.includes(request.entityRefs[index]) ? undefined : entity,
      ),
    };
  };
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
  });
}

/** Starts the plugin alone, on a catalog of these entities; unless it is told to, it writes nothing. */
export async function startMonitoringBackend(options: {
  entities: Entity[];
  /** Beside the URL. */
  prometheus?: object;
  /** Whether there is one; an object is configured beside the URL. */
  grafana?: boolean | object;
  /** Whether there is an Alertmanager whose configuration Sightline writes, and a channel `hook`. */
  alertmanager?: boolean;
  /** Of what is provisioned, in place of nothing. */
  provisioning?: object;
  /** What may be asked freely, in place of what is scoped. */
  explore?: object;
  /** Names of permissions that the caller lacks; may change later. */
  denied?: string[];
  /** Refs of entities that the caller does not see; may change later. */
  hidden?: string[];
  /** In place of what every test has. */
  features?: BackendFeature[];
}) {
  const { denied = [], hidden = [], features = [] } = options;
  const { server } = await startTestBackend({
    features: [
      monitoringPlugin,
      ...features,
      mockServices.rootConfig.factory({
        data: {
          monitoring: {
            prometheus: [
              { id: 'default', url: PROMETHEUS_URL, ...options.prometheus },
            ],
            ...(options.explore && { explore: options.explore }),
            ...(options.grafana && {
              grafana: [
                {
                  id: 'default',
                  url: GRAFANA_URL,
                  publicUrl: 'https://grafana.example.com',
                  auth: { method: 'bearer', token: 'grafana-secret' },
                  ...(typeof options.grafana === 'object' && options.grafana),
                },
              ],
            }),
            ...(options.alertmanager && {
              alertmanager: [{ id: 'default', url: ALERTMANAGER_URL }],
              notifications: {
                channels: [
                  {
                    name: 'hook',
                    type: 'webhook',
                    url: 'http://hook.test/secret',
                  },
                ],
                default: ['hook'],
              },
            }),
            provisioning: {
              mode: 'plan',
              dashboards: 'none',
              alerts: 'none',
              slos: 'none',
              ...(options.alertmanager && {
                alertmanagerConfig: { file: '/nowhere/alertmanager.yml' },
              }),
              ...options.provisioning,
            },
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      aCatalog(options.entities, hidden),
    ],
  });
  return server;
}
