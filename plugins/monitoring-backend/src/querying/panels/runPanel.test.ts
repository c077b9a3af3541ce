import { mockServices } from '@backstage/backend-test-utils';
import { PrometheusConfig } from '../../config';
import { QueryClient } from '../QueryClient';
import { PlannedPanel, PlannedTarget } from './PlannedPanel';
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

/** One query of a panel. */
function aPlan(
  target: Partial<PlannedTarget>,
  changes: Partial<PlannedPanel> = {},
): PlannedPanel {
  return {
    panelId: 1,
    targets: [
      {
        refId: 'A',
        expression: 'up',
        format: 'time_series',
        instant: false,
        range,
        time: 125,
        place: 0,
        ...target,
      },
    ],
    expressions: [],
    range: { from: 60_000, to: 125_000 },
    sourceTransformations: [],
    errors: [],
    ...changes,
  };
}

const options = () => ({ now: () => 0, logger: mockServices.logger.mock() });

describe('runPanel', () => {
  it('asks for the end of what the panel shows when an instant is wanted', async () => {
    const query = jest.fn(async () => ({
      samples: [{ labels: { a: '1' }, value: 3, time: 120 }],
      warnings: ['careful'],
    }));
    const plan = aPlan({ instant: true });
    expect(await runPanel(plan, instance({ query }), options())).toEqual({
      panelId: 1,
      frames: [
        {
          refId: 'A',
          expression: 'up',
          format: 'time_series',
          resultType: 'vector',
          stepSeconds: 60,
          durationMs: 0,
          times: [125_000],
          series: [{ labels: { a: '1' }, values: [3] }],
        },
      ],
      warnings: ['careful'],
      durationMs: 0,
    });
    expect(query).toHaveBeenCalledWith(
      { query: 'up', time: 125 },
      { signal: undefined },
    );
  });

  it('tells how an answer came about, and of old ones how old', async () => {
    const ages: Record<string, number | undefined> = { old: 5, older: 9 };
    const [target] = aPlan({}).targets;
    const plan = aPlan(
      {},
      {
        targets: ['new', 'old', 'older'].map(expression => ({
          ...target,
          expression,
        })),
      },
    );
    const { frames, staleMs } = await runPanel(
      plan,
      instance({
        queryRange: async ({ query }) => ({
          series: [],
          warnings: [],
          cache: {
            state: ages[query] ? 'stale' : 'partial',
            fetched: 0,
            staleMs: ages[query],
          },
        }),
      }),
      options(),
    );
    expect(frames.map(({ cache }) => cache)).toEqual([
      'partial',
      'stale',
      'stale',
    ]);
    expect(staleMs).toBe(9);
  });

  it('does not tell a caller what only the log should hold', async () => {
    const logger = mockServices.logger.mock();
    const plan = aPlan({ instant: false }, { errors: ['B: refused'] });
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
    const plan = aPlan({ instant: false });
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

  describe('with expressions', () => {
    const expression = (refId: string, formula: string, isHidden = false) => ({
      refId,
      json: { type: 'math', expression: formula },
      place: refId.charCodeAt(0),
      ...(isHidden && { isHidden }),
    });
    const client = {
      query: async () => ({
        samples: ['b', 'a'].map(job => ({
          labels: { job },
          value: 4,
          time: 0,
        })),
        warnings: [],
      }),
      queryRange: async () => ({
        series: [
          { labels: { job: 'a' }, times: [60, 120], values: [1, NaN] },
          { labels: { job: 'b' }, times: [120], values: [2] },
        ],
        warnings: [],
      }),
    };
    const shown = async (plan: PlannedPanel) => {
      const { frames, error } = await runPanel(
        plan,
        instance(client),
        options(),
      );
      return {
        error,
        frames: frames.map(
          ({ refId, valueName, resultType, times, series }) => [
            refId,
            valueName,
            resultType,
            times,
            ...series.map(({ labels, values }) => [labels.job, ...values]),
          ],
        ),
      };
    };

    it('tells what they come to, each time on its own grid', async () => {
      const plan = aPlan(
        { isHidden: true },
        { expressions: [expression('B', '$A * 2'), expression('C', '1 + 1')] },
      );
      expect(await shown(plan)).toEqual({
        error: undefined,
        frames: [
          ['B', 'B', 'matrix', [60_000, 120_000], ['a', 2, 'NaN']],
          ['B', 'B', 'matrix', [120_000], ['b', 4]],
          ['C', 'C', 'number', [], [undefined, 2]],
        ],
      });
    });

    it('makes figures of instant answers, in the order of their labels', async () => {
      const plan = aPlan(
        { instant: true, format: 'table' },
        { expressions: [expression('B', '$A + null()')] },
      );
      expect(await shown(plan)).toEqual({
        error: undefined,
        frames: [
          ['A', undefined, 'number', [], ['a', 4], ['b', 4]],
          ['B', 'B', 'number', [], ['a', null], ['b', null]],
        ],
      });
    });

    it('leaves out what is hidden, and says what each one lacks', async () => {
      const plan = aPlan(
        {},
        {
          expressions: [
            expression('B', '$A', true),
            expression('C', '$X'),
            expression('D', '$B + 1'),
          ],
        },
      );
      const { frames, error } = await shown(plan);
      expect(frames.map(([refId]) => refId)).toEqual(['A', 'D', 'D']);
      expect(error).toBe("C: it needs 'X', which the panel does not have");
    });

    it('has an empty answer where a query found nothing', async () => {
      const plan = aPlan({}, { expressions: [expression('B', '$A')] });
      const { frames } = await runPanel(
        plan,
        instance({
          queryRange: async () => ({ series: [], warnings: [] }),
        }),
        options(),
      );
      expect(frames.map(({ refId, series }) => [refId, series])).toEqual([
        ['A', []],
        ['B', []],
      ]);
    });
  });
});
