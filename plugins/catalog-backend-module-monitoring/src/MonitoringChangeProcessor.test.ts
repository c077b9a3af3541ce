import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import {
  EntityChangedPayload,
  MONITORING_ENTITY_CHANGED_TOPIC,
  monitoringFingerprint,
  NOT_MONITORED,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringChangeProcessor } from './MonitoringChangeProcessor';

const LOCATION = { type: 'url', target: 'https://example.com/catalog.yaml' };

function ingestor(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor', namespace: 'media', annotations },
    spec: { owner: 'team-media' },
  };
}

/** What the catalog keeps of an entity from one processing to the next. */
function aCache(): CatalogProcessorCache {
  const values = new Map<string, any>();
  return {
    get: async key => values.get(key),
    set: async (key, value) => void values.set(key, value),
  };
}

function setUp() {
  const published: EntityChangedPayload[] = [];
  const publish = jest.fn(async ({ topic, eventPayload }) => {
    expect(topic).toBe(MONITORING_ENTITY_CHANGED_TOPIC);
    published.push(eventPayload);
  });
  const logger = mockServices.logger.mock();
  const processor = MonitoringChangeProcessor.create({
    events: mockServices.events.mock({ publish }),
    logger,
  });
  const cache = aCache();
  const process = (entity: Entity) =>
    processor.postProcessEntity(entity, LOCATION, () => {}, cache);
  return { process, processor, published, publish, logger };
}

const HTTP = ingestor({ 'monitoring/packs': 'http' });
const REDIS = ingestor({ 'monitoring/packs': 'http, redis' });
const NOTHING = ingestor({});

describe('MonitoringChangeProcessor', () => {
  it.each<[string, Entity[], Entity[]]>([
    ['that is new', [HTTP], [HTTP]],
    ['that asks for something else', [HTTP, REDIS], [HTTP, REDIS]],
    ['that asks for nothing any more', [HTTP, NOTHING], [HTTP, NOTHING]],
    [
      'that asks for the same again',
      [HTTP, NOTHING, HTTP],
      [HTTP, NOTHING, HTTP],
    ],
    ['only once while it stays the same', [HTTP, HTTP, HTTP], [HTTP]],
    ['not when it never asked for anything', [NOTHING, NOTHING], []],
  ])('tells of an entity %s', async (_, processed, told) => {
    const { process, published } = setUp();
    for (const entity of processed) {
      await process(entity);
    }
    expect(published).toEqual(
      told.map(entity => ({
        entityRef: 'component:media/ingestor',
        fingerprint: monitoringFingerprint(entity),
      })),
    );
  });

  it('tells what has no annotation left by a fingerprint of its own', async () => {
    const { process, published } = setUp();
    await process(HTTP);
    await process(NOTHING);
    expect(published[1].fingerprint).toBe(NOT_MONITORED);
  });

  it('leaves the entity as it is', async () => {
    const { process } = setUp();
    expect(await process(HTTP)).toBe(HTTP);
  });

  it('looks at what all other processors made of the entity', () => {
    const { processor } = setUp();
    expect(processor.getPriority()).toBeGreaterThan(20);
  });

  it('holds up the catalog for no subscriber', async () => {
    const { process, publish } = setUp();
    publish.mockReturnValue(new Promise(() => {}));
    expect(await process(HTTP)).toBe(HTTP);
  });

  it('breaks no entity when the event cannot be published', async () => {
    const { process, publish, logger } = setUp();
    publish.mockRejectedValue(new Error('events are down'));
    expect(await process(HTTP)).toBe(HTTP);
    expect(logger.warn).toHaveBeenCalledWith(
      'The change of component:media/ingestor could not be told; the next scheduled run sees it: Error: events are down',
    );
  });
});
