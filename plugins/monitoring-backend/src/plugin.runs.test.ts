import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import monitoringPlugin from '.';
import { component } from './__testUtils__/startMonitoringBackend';

jest.setTimeout(30_000);

const RUNS = '/api/monitoring/v1/provisioning/runs';

it('does the run that a person asks for under the lock of the real scheduler', async () => {
  const { server } = await startTestBackend({
    features: [
      monitoringPlugin,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities: [component('ingestor')] }),
      mockServices.rootConfig.factory({
        data: {
          monitoring: {
            prometheus: [{ id: 'default', url: 'http://prometheus.test' }],
            provisioning: {
              mode: 'plan',
              dashboards: 'none',
              alerts: 'none',
              slos: 'none',
              schedule: {
                frequency: { hours: 1 },
                initialDelay: { seconds: 1 },
                timeout: { minutes: 5 },
              },
            },
          },
        },
      }),
    ],
  });
  const started = await request(server).post(RUNS).expect(202);
  let run;
  do {
    await new Promise(resolve => setTimeout(resolve, 200));
    run = (await request(server).get(`${RUNS}/${started.body.id}`)).body;
  } while (run.status === 'running');
  expect(run).toMatchObject({
    status: 'succeeded',
    trigger: 'manual',
    by: 'user:default/mock',
    mode: 'plan',
    entities: 1,
  });
});
