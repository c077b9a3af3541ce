import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  EntityChangedPayload,
  MONITORING_ENTITY_CHANGED_TOPIC,
  monitoringFingerprint,
} from '@sightline/backstage-plugin-monitoring-common';
import catalogModuleMonitoring from '.';

jest.setTimeout(180_000);

/** In milliseconds, for one thing on a busy machine. */
const PATIENCE = 50_000;

const REF = 'component:default/ingestor';

function ingestor(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'ingestor',
      annotations: {
        'backstage.io/managed-by-location': 'url:https://example.com',
        'backstage.io/managed-by-origin-location': 'url:https://example.com',
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-media' },
  };
}

/** Starts a catalog with the module, a source of entities, and a plugin that listens. */
async function startCatalog() {
  const source: { connection?: EntityProviderConnection } = {};
  const provider = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-provider',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test',
            connect: async connection => {
              source.connection = connection;
            },
          });
        },
      });
    },
  });
  const events: EntityChangedPayload[] = [];
  let read: (() => Promise<Entity | undefined>) | undefined;
  const listener = createBackendPlugin({
    pluginId: 'listener',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          bus: eventsServiceRef,
        },
        async init({ auth, catalog, bus }) {
          read = () => readIngestor(catalog, auth);
          await bus.subscribe({
            id: 'test',
            topics: [MONITORING_ENTITY_CHANGED_TOPIC],
            onEvent: async ({ eventPayload }) => {
              events.push(eventPayload as EntityChangedPayload);
            },
          });
        },
      });
    },
  });
  await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMonitoring,
      provider,
      listener,
      // The one of the tests reaches only subscribers of the same plugin.
      eventsServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            // So seldom that what is told was told because of a change.
            processingInterval: { minutes: 10 },
          },
          events: { useEventBus: 'never' },
        },
      }),
    ],
  });
  return {
    events,
    read: () => read!(),
    serve: (entity: Entity) =>
      source.connection!.applyMutation({
        type: 'full',
        entities: [{ entity, locationKey: 'test' }],
      }),
  };
}

async function readIngestor(
  catalog: CatalogService,
  auth: typeof coreServices.auth.T,
): Promise<Entity | undefined> {
  const credentials = await auth.getOwnServiceCredentials();
  return catalog.getEntityByRef(REF, { credentials });
}

/** Waits until a condition holds; the catalog looks for work once a second. */
async function until(what: string, holds: () => boolean | Promise<boolean>) {
  const deadline = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`${what} did not happen in time`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

it('the catalog tells of an entity that is annotated later, and then shows what it told of', async () => {
  const { events, read, serve } = await startCatalog();
  await serve(ingestor({}));
  await until('The entity', async () => (await read()) !== undefined);
  expect(events).toEqual([]);

  const annotated = ingestor({ 'monitoring/packs': 'http' });
  await serve(annotated);
  await until('The event', () => events.length > 0);
  expect(events).toEqual([
    { entityRef: REF, fingerprint: monitoringFingerprint(annotated) },
  ]);
  await until('The entity of the event', async () => {
    const entity = await read();
    return monitoringFingerprint(entity!) === events[0].fingerprint;
  });
  expect((await read())!.metadata.annotations).toMatchObject({
    'monitoring/packs': 'http',
  });

  await serve(ingestor({}));
  await until('The event of its end', () => events.length > 1);
  expect(events[1]).toEqual({ entityRef: REF, fingerprint: 'none' });
});
