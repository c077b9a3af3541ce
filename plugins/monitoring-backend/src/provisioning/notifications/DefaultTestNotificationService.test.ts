import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readMonitoringConfig } from '../../config';
import { anEntity } from '../__testUtils__/setUpReconciler';
import { DefaultTestNotificationService } from './DefaultTestNotificationService';

const upstreams = setupServer();
registerMswTestHooks(upstreams);

const ALERTS = 'http://alertmanager.test/api/v2/alerts';
const ANNA = { by: 'user:default/anna' };
const BERT = { by: 'user:default/bert' };

function entity(name: string, title: string = name) {
  const found = anEntity(name);
  const { monitoring } = found;
  return {
    ...found,
    monitoring: {
      ...monitoring,
      spec: { ...monitoring.spec, title },
      notifications: ['hook', 'slack'].map(channel => ({
        channel,
        type: 'webhook' as const,
        from: 'default' as const,
      })),
    },
  };
}

function setUp(changes: object = {}) {
  const sent: any[] = [];
  const state = { now: Date.UTC(2026, 10, 24), status: 200 };
  upstreams.use(
    http.post(ALERTS, async ({ request }) => {
      sent.push(...((await request.json()) as any[]));
      return HttpResponse.json({}, { status: state.status });
    }),
  );
  let ids = 0;
  const service = DefaultTestNotificationService.create({
    config: readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          alertmanager: [{ id: 'default', url: 'http://alertmanager.test' }],
          provisioning: { alertmanagerConfig: { file: 'alertmanager.yml' } },
          ...changes,
        },
      }),
    ),
    now: () => state.now,
    createId: () => `test-${(ids += 1)}`,
  });
  return { service, sent, state };
}

describe('DefaultTestNotificationService', () => {
  it('sends texts as they are, because nobody expands them again', async () => {
    const { service, sent } = setUp();
    await service.send(entity('a', 'A {{ title }}'), 'hook', ANNA);
    expect(sent[0].annotations.summary).toBe(
      'A test message about A {{ title }}',
    );
  });

  it('sends each test as an alert of its own', async () => {
    const { service, sent } = setUp();
    await service.send(entity('a'), 'hook', ANNA);
    await service.send(entity('a'), 'hook', BERT);
    expect(sent.map(({ labels }) => labels.sightline_test)).toEqual([
      'test-1',
      'test-2',
    ]);
  });

  it('lets a person rest between two tests of a channel, whichever entity they stand at', async () => {
    const { service, sent, state } = setUp();
    await service.send(entity('a'), 'hook', ANNA);
    state.now += 10_000;
    await expect(service.send(entity('b'), 'hook', ANNA)).rejects.toThrow(
      "You sent a test to 'hook' 10 s ago; the next one is possible in 20 s",
    );
    await service.send(entity('b'), 'slack', ANNA);
    await service.send(entity('b'), 'hook', BERT);
    state.now += 20_000;
    await service.send(entity('b'), 'hook', ANNA);
    expect(sent).toHaveLength(4);
  });

  it('asks for no rest after a test that was not taken', async () => {
    const { service, state } = setUp();
    state.status = 500;
    await expect(service.send(entity('a'), 'hook', ANNA)).rejects.toThrow(
      /did not take/,
    );
    state.status = 200;
    await expect(
      service.send(entity('a'), 'hook', ANNA),
    ).resolves.toMatchObject({ via: 'alertmanager:default' });
  });

  it('takes one of two that are asked for at once', async () => {
    const { service, sent } = setUp();
    const answers = await Promise.allSettled([
      service.send(entity('a'), 'hook', ANNA),
      service.send(entity('a'), 'hook', ANNA),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, object, RegExp]>([
    [
      'Grafana delivers',
      {
        grafana: [
          {
            id: 'default',
            url: 'http://grafana.test',
            publicUrl: 'https://grafana.example.com',
            auth: { method: 'bearer', token: 'secret' },
          },
        ],
        provisioning: { alerts: 'grafana' },
      },
      /https:\/\/grafana\.example\.com\/alerting\/notifications/,
    ],
    [
      'Sightline writes no Alertmanager configuration',
      { provisioning: {} },
      /monitoring\.provisioning\.alertmanagerConfig/,
    ],
    [
      'there is no Alertmanager',
      { alertmanager: [] },
      /monitoring\.alertmanager/,
    ],
  ])('says why a test is not possible where %s', async (_, changes, reason) => {
    const { service } = setUp(changes);
    expect(service.possibility()).toEqual({
      possible: false,
      reason: expect.stringMatching(reason),
    });
    await expect(service.send(entity('a'), 'hook', ANNA)).rejects.toThrow(
      reason,
    );
  });
});
