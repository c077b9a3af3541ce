import { mockServices } from '@backstage/backend-test-utils';
import {
  MONITORING_ENTITY_CHANGED_TOPIC,
  monitoringFingerprint,
  NOT_MONITORED,
} from '@sightline/backstage-plugin-monitoring-common';
import { ServiceUnavailableError } from '@backstage/errors';
import { anEntity, setUpReconciler } from '../__testUtils__/setUpReconciler';
import { EntityChangeListener } from './EntityChangeListener';

const INGESTOR = 'component:default/ingestor';
const CHANGED = anEntity('ingestor', { 'monitoring/alerts': 'off' });

function later(milliseconds: number = 30): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

async function setUp(options: { now?: () => Date } = {}) {
  const { catalog, state } = setUpReconciler();
  const reconciled: string[] = [];
  const all = jest.fn(async () => {});
  const logger = mockServices.logger.mock();
  const events = mockServices.events();
  const listener = EntityChangeListener.create({
    catalog,
    auth: mockServices.auth(),
    reconcile: async entityRef => reconciled.push(entityRef),
    reconcileAll: all,
    logger,
    poll: 5,
    ...options,
  });
  await listener.subscribe(events);
  const publish = (entityRef: string, fingerprint: string) =>
    events.publish({
      topic: MONITORING_ENTITY_CHANGED_TOPIC,
      eventPayload: { entityRef, fingerprint },
    });
  return { all, catalog, events, listener, logger, publish, reconciled, state };
}

describe('EntityChangeListener', () => {
  it('runs an entity once the catalog shows what was announced', async () => {
    const { publish, reconciled, state } = await setUp();
    await publish(INGESTOR, monitoringFingerprint(CHANGED.entity));
    await later();
    expect(reconciled).toEqual([]);
    state.entities = [CHANGED];
    await later();
    expect(reconciled).toEqual([INGESTOR]);
    await later();
    expect(reconciled).toHaveLength(1);
  });

  it('runs an entity that lost its annotations or is gone', async () => {
    const { publish, reconciled, state } = await setUp();
    state.entities = [];
    await publish(INGESTOR, NOT_MONITORED);
    await later();
    expect(reconciled).toEqual([INGESTOR]);
  });

  it('waits for the newest of several changes', async () => {
    const { publish, reconciled, state } = await setUp();
    const newest = anEntity('ingestor', { 'monitoring/slos': '' });
    await publish(INGESTOR, monitoringFingerprint(CHANGED.entity));
    await publish(INGESTOR, monitoringFingerprint(newest.entity));
    state.entities = [CHANGED];
    await later();
    expect(reconciled).toEqual([]);
    state.entities = [newest];
    await later();
    expect(reconciled).toEqual([INGESTOR]);
  });

  it('leaves to the schedule what the catalog never shows', async () => {
    const clock = { now: 0 };
    const { publish, reconciled, state } = await setUp({
      now: () => new Date(clock.now),
    });
    await publish(INGESTOR, monitoringFingerprint(CHANGED.entity));
    await later();
    clock.now = 30_000;
    await later();
    state.entities = [CHANGED];
    await later();
    expect(reconciled).toEqual([]);
  });

  it('asks for one run over all when many entities changed', async () => {
    const { all, publish, reconciled, state } = await setUp();
    state.entities = [];
    for (let index = 0; index <= 50; index += 1) {
      await publish(`component:default/service-${index}`, 'new');
    }
    await later();
    expect(all).toHaveBeenCalledTimes(1);
    expect(reconciled).toEqual([]);
  });

  it('says so when the catalog does not answer, and listens on', async () => {
    const { catalog, logger, publish, reconciled, state } = await setUp();
    const { readOne } = catalog;
    catalog.readOne = async () => {
      throw new ServiceUnavailableError('The catalog does not answer');
    };
    await publish(INGESTOR, 'new');
    await later();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('The catalog does not answer'),
    );
    catalog.readOne = readOne;
    state.entities = [CHANGED];
    await publish(INGESTOR, monitoringFingerprint(CHANGED.entity));
    await later();
    expect(reconciled).toEqual([INGESTOR]);
  });

  it('does not listen to what is not ours, nor after the end', async () => {
    const { events, listener, publish, reconciled, state } = await setUp();
    for (const eventPayload of [undefined, 'x', { entityRef: 1 }]) {
      await events.publish({
        topic: MONITORING_ENTITY_CHANGED_TOPIC,
        eventPayload,
      });
    }
    await publish(INGESTOR, monitoringFingerprint(CHANGED.entity));
    listener.stop();
    state.entities = [CHANGED];
    await later();
    expect(reconciled).toEqual([]);
  });
});
