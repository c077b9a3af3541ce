import { mockServices } from '@backstage/backend-test-utils';
import { PrometheusConfig } from '../../config';
import { QueryClient } from '../sharing';
import { PlannedPanel } from './PlannedPanel';
import { runPanel } from './runPanel';

const range = { start: 60, end: 120, step: 60 };

function instance(client: Partial<QueryClient>) {
  return {
    config: { id: 'default', limits: { maxSeries: 10 } } as PrometheusConfig,
    client: {
      id: 'default',
      query: jest.fn(),
      queryRange: jest.fn(),
      ...client,
    } as QueryClient,
  };
}

const options = () => ({ now: () => 0, logger: mockServices.logger.mock() });

describe('runPanel', () => {
  it('asks for the end of the range when an instant is wanted', async () => {
    const query = jest.fn(async () => ({
      samples: [{ labels: { a: '1' }, value: 3, time: 120 }],
      warnings: ['careful'],
    }));
    const plan: PlannedPanel = {
      panelId: 1,
      targets: [
        {
          refId: 'A',
          expression: 'up',
          format: 'time_series',
          instant: true,
          range,
        },
      ],
      errors: [],
    };
    expect(await runPanel(plan, instance({ query }), options())).toEqual({
      panelId: 1,
      frames: [
        {
          refId: 'A',
          expression: 'up',
          legendFormat: undefined,
          times: [120_000],
          series: [{ labels: { a: '1' }, values: [3] }],
        },
      ],
      warnings: ['careful'],
      durationMs: 0,
    });
    expect(query).toHaveBeenCalledWith(
      { query: 'up', time: 120 },
      { signal: undefined },
    );
  });

  it('does not tell a caller what only the log should hold', async () => {
    const logger = mockServices.logger.mock();
    const plan: PlannedPanel = {
      panelId: 1,
      targets: [
        {
          refId: 'A',
          expression: 'up',
          format: 'time_series',
          instant: false,
          range,
        },
      ],
      errors: ['B: refused'],
    };
    const result = await runPanel(
      plan,
      instance({
        queryRange: async () => {
          throw new TypeError('cannot read secret of undefined');
        },
      }),
      { now: () => 0, logger },
    );
    expect(result.error).toBe(
      "B: refused\nA: the query failed; the backend's log says why",
    );
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('cannot read secret'),
    );
  });

  it('has no result for a caller who has gone', async () => {
    const gone = new AbortController();
    const plan: PlannedPanel = {
      panelId: 1,
      targets: [
        {
          refId: 'A',
          expression: 'up',
          format: 'time_series',
          instant: false,
          range,
        },
      ],
      errors: [],
    };
    await expect(
      runPanel(
        plan,
        instance({
          queryRange: async () => {
            gone.abort();
            throw gone.signal.reason;
          },
        }),
        { ...options(), signal: gone.signal },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
