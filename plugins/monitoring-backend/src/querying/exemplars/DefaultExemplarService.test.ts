import { mockServices } from '@backstage/backend-test-utils';
import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { queriedPrometheus } from '../__testUtils__/queriedPrometheus';
import { DefaultExemplarService } from './DefaultExemplarService';

it('asks for exemplars in the name of whoever looks', async () => {
  const instance = queriedPrometheus('http://prometheus.test');
  const exemplars = jest.fn(async () => []);
  const service = DefaultExemplarService.create({
    dashboards: {
      parse: async () => ({
        identity: {},
        model: parseDashboard({
          panels: [
            {
              id: 1,
              type: 'timeseries',
              targets: [{ refId: 'A', expr: 'up', exemplar: true }],
            },
          ],
        }),
        variables: {},
      }),
    },
    prometheus: [{ ...instance, source: { ...instance.source, exemplars } }],
    logger: mockServices.logger.mock(),
    now: Date.now,
  });
  await service.list(
    {
      entity: { kind: 'Component', metadata: {} },
      monitoring: { spec: {} },
      environments: [],
    } as unknown as MonitoredEntity,
    { dashboard: 'd', panel: 1, range: { from: 0, to: 3_600_000 } },
    { caller: 'lea' },
  );
  expect(exemplars).toHaveBeenCalledWith(
    expect.objectContaining({ query: 'up' }),
    expect.objectContaining({ caller: 'lea' }),
  );
});
