import { readGraphStyle } from '@sightline/backstage-plugin-monitoring-common';
import { aPanel, aResult } from '../../../__testUtils__';
import { alignSeries } from './alignSeries';
import { timeTicks, valueTicks } from './axisText';
import { fillBands } from './fillBands';
import { panelSeries } from './panelSeries';
import { stackSeries } from './stackSeries';

const stacked = (mode: string, changes = {}) =>
  readGraphStyle({ stacking: { mode, group: 'A' }, ...changes });

describe('alignSeries', () => {
  it('leaves series on the same times as they are', () => {
    const values = [1, null, 3];
    expect(alignSeries([{ times: [1, 2, 3], values }])).toEqual({
      times: [1, 2, 3],
      values: [values],
    });
  });

  it('tells a gap from a time at which only others have a sample', () => {
    expect(
      alignSeries([
        { times: [10, 30], values: [1, null] },
        { times: [10, 20], values: [5, 6] },
      ]),
    ).toEqual({
      times: [10, 20, 30],
      values: [
        [1, undefined, null],
        [5, 6, undefined],
      ],
    });
  });

  it('makes nothing of nothing', () => {
    expect(alignSeries([])).toEqual({ times: [], values: [] });
  });
});

describe('stackSeries', () => {
  it('piles up, and fills between one and the next', () => {
    expect(
      stackSeries(
        [
          [1, 2],
          [10, 20],
          [100, 200],
        ],
        [stacked('normal'), stacked('normal'), stacked('normal')],
      ),
    ).toEqual({
      values: [
        [1, 2],
        [11, 22],
        [111, 222],
      ],
      bands: [
        { upper: 1, lower: 0 },
        { upper: 2, lower: 1 },
      ],
    });
  });

  it('has no hole where one of several has no value', () => {
    const { values } = stackSeries(
      [
        [1, null, null],
        [10, 20, null],
      ],
      [stacked('normal'), stacked('normal')],
    );
    expect(values).toEqual([
      [1, 0, null],
      [11, 20, null],
    ]);
  });

  it('shows shares of the whole', () => {
    const { values } = stackSeries(
      [
        [1, 0],
        [3, 0],
      ],
      [stacked('percent'), stacked('percent')],
    );
    expect(values).toEqual([
      [0.25, 0],
      [1, 0],
    ]);
  });

  it('turns values upside down, and piles those up apart', () => {
    const down = stacked('normal', { transform: 'negative-Y' });
    const { values } = stackSeries(
      [[1], [2], [4]],
      [stacked('normal'), down, down],
    );
    expect(values).toEqual([[1], [-2], [-6]]);
  });

  it('leaves series alone that are not stacked', () => {
    expect(
      stackSeries([[1], [2]], [readGraphStyle({}), readGraphStyle({})]),
    ).toEqual({ values: [[1], [2]], bands: [] });
  });
});

describe('fillBands', () => {
  it('fills down to the series that the author names', () => {
    expect(
      fillBands([
        { name: 'p50', style: readGraphStyle({}) },
        { name: 'p99', style: readGraphStyle({ fillBelowTo: 'p50' }) },
        { name: 'p95', style: readGraphStyle({ fillBelowTo: 'gone' }) },
      ]),
    ).toEqual([{ upper: 1, lower: 0 }]);
  });
});

describe('valueTicks', () => {
  it.each([
    [[0, 5, 10], 'reqps', ['0 req/s', '5 req/s', '10 req/s']],
    [[0, 0.5, 1], undefined, ['0.0', '0.5', '1.0']],
    [[500, 1000, 1500], 'short', ['500', '1.0 K', '1.5 K']],
    [[0, 0.025, 0.05], 'percentunit', ['0.0%', '2.5%', '5.0%']],
    [[0, 0.5, 1, 1.5], 's', ['0.0 s', '500 ms', '1.0 s', '1.5 s']],
    [[0, 1024 ** 3], 'bytes', ['0 B', '1 GiB']],
    [[0.01, null, 0.1], undefined, ['0.01', '', '0.10']],
  ])('writes %j in %s', (ticks, unit, texts) => {
    expect(valueTicks(ticks, unit, undefined)).toEqual(texts);
  });

  it('takes as many decimals as the author wants', () => {
    expect(valueTicks([0, 5], 'percent', 2)).toEqual(['0.00%', '5.00%']);
  });
});

describe('timeTicks', () => {
  const midnight = Date.parse('2026-11-23T00:00:00Z');
  const hour = 3_600_000;

  it('writes hours, and the day where it begins', () => {
    expect(
      timeTicks([midnight - hour, midnight, midnight + hour], hour, 'UTC'),
    ).toEqual(['23:00', '23 Nov', '01:00']);
  });

  it('writes days, and seconds, as the ticks are apart', () => {
    expect(timeTicks([midnight + hour], 24 * hour, 'UTC')).toEqual(['23 Nov']);
    expect(timeTicks([midnight], 15_000, 'UTC')).toEqual(['00:00:00']);
  });

  it('writes the times of the zone asked for', () => {
    expect(timeTicks([midnight], hour, 'Europe/Berlin')).toEqual(['01:00']);
  });
});

describe('panelSeries', () => {
  const result = aResult({ succeeded: [17, 18, 17], failed: [0, 1, 1.5] });

  it('names and colours series as Grafana does', () => {
    const series = panelSeries(aPanel(), result, {}, 'dark');
    expect(series.map(({ name, color }) => [name, color])).toEqual([
      ['succeeded', '#73BF69'],
      ['failed', '#F2CC0C'],
    ]);
    expect(panelSeries(aPanel(), result, {}, 'light')[0].color).toBe('#56A64B');
  });

  it('applies what the author wants for one series', () => {
    const panel = aPanel({
      fieldConfig: {
        defaults: {},
        overrides: [
          {
            matcher: { id: 'byName', options: 'failed' },
            properties: [
              { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
              {
                id: 'displayName',
                value: 'Uploads ${__field.labels.result} of $job',
              },
            ],
          },
        ],
      },
    });
    const [, failed] = panelSeries(panel, result, { job: 'ingestor' }, 'dark');
    expect(failed).toMatchObject({
      name: 'Uploads failed of ingestor',
      color: '#F2495C',
    });
  });

  it('gives series of the same name different keys', () => {
    const [frame] = result.frames;
    const series = panelSeries(
      aPanel(),
      { ...result, frames: [{ ...frame, legendFormat: 'uploads' }] },
      {},
      'light',
    );
    expect(new Set(series.map(({ key }) => key)).size).toBe(2);
  });

  it('reads what JSON cannot write', () => {
    const [frame] = result.frames;
    const series = [{ labels: {}, values: ['NaN', '+Inf', null] as const }];
    const [one] = panelSeries(
      aPanel(),
      {
        ...result,
        frames: [
          {
            ...frame,
            series: series.map(s => ({ ...s, values: [...s.values] })),
          },
        ],
      },
      {},
      'light',
    );
    expect(one.values).toEqual([NaN, Infinity]);
  });
});
