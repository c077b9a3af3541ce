import {
  AuditorService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  monitoringProvisionPermission,
  monitoringReadPermission,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { EntityAccess } from '../../observing';
import { ProvisioningService } from '../../provisioning';
import {
  AuthorizedEntityReader,
  EntityReader,
} from '../AuthorizedEntityReader';
import { createRouter } from '../createRouter';
import { AuthorizedProvisioning, RunEntities } from '../provisioning';
import { RouterOptions } from '../RouterOptions';
import { FakeProvisioning } from './FakeProvisioning';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}

/** What became of the auditor's events, newest last. */
export interface AuditedEvent {
  eventId: string;
  severityLevel?: string;
  meta?: object;
  status: 'begun' | 'succeeded' | 'failed';
}

function recordingAuditor(world: World): AuditorService {
  return {
    createEvent: async ({ eventId, severityLevel, meta }) => {
      const event: AuditedEvent = {
        eventId,
        severityLevel,
        meta,
        status: 'begun',
      };
      world.audited.push(event);
      return {
        success: async () => void (event.status = 'succeeded'),
        fail: async () => void (event.status = 'failed'),
      };
    },
  };
}

/** What a test can change while the server runs. */
export interface World {
  provisioning: FakeProvisioning;
  /** Names of the components that the caller sees. */
  visible: string[];
  /** Names of the permissions that he lacks. */
  denied: string[];
  /** Names of the permissions about which nobody answers. */
  broken: string[];
  /** The auditor's events, newest last. */
  audited: AuditedEvent[];
}

/**
 * Serves the routes of provisioning alone, on what `world` is at the moment of each request.
 *
 * @param components - names of all that the catalog has
 */
export async function startRouter(world: World, components: string[]) {
  const entities = components.map(component);
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission: { name } }) => {
        if (world.broken.includes(name)) {
          throw new Error('the permission backend is down');
        }
        return {
          result: world.denied.includes(name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        };
      }),
  });
  const isVisible = (entityRef: string) =>
    world.visible.some(name => entityRef === `component:default/${name}`);
  const access: Pick<EntityAccess, 'visible'> = {
    visible: async refs => new Set(refs.filter(isVisible)),
  };
  const inner: EntityReader = {
    async readOne(entityRef) {
      if (!isVisible(entityRef)) {
        throw new NotFoundError(`No entity '${entityRef}' that you may see`);
      }
      return {} as MonitoredEntity;
    },
  };
  // Its methods are those of the fake that the world has when they are called.
  const current = new Proxy({} as ProvisioningService, {
    get: (_, method: keyof ProvisioningService) =>
      world.provisioning[method].bind(world.provisioning),
  });
  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'monitoring',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              catalog: catalogServiceRef,
              httpAuth: coreServices.httpAuth,
              httpRouter: coreServices.httpRouter,
            },
            async init(deps) {
              const router: Partial<RouterOptions> = {
                auditor: recordingAuditor(world),
                httpAuth: deps.httpAuth,
                entities: AuthorizedEntityReader.create({
                  inner,
                  permissions,
                  permission: monitoringReadPermission,
                }),
                provisionable: AuthorizedEntityReader.create({
                  inner,
                  permissions,
                  permission: monitoringProvisionPermission,
                }),
                provisioning: current,
                runs: AuthorizedProvisioning.create({
                  inner: current,
                  permissions,
                  entities: RunEntities.create({ ...deps, access }),
                }),
              };
              deps.httpRouter.use(createRouter(router as RouterOptions));
            },
          });
        },
      }),
      catalogServiceMock.factory({ entities }),
    ],
  });
  return server;
}
