import {
  DataField,
  DataFrame,
  FieldConfig,
  PanelModel,
  PanelQueryResult,
  preparePanelData,
  readGraphStyle,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { aPanel, aResult, STORY_NOW } from '../../../__testUtils__';
import { alignSeries } from './alignSeries';
import { timeTicks, valueTicks } from './axisText';
import { fillBands } from './fillBands';
import { insertGaps } from './insertGaps';
import { scaleKey } from './scaleKey';
import { graphSeries, missingForGraph } from './graphSeries';
import { stackSeries } from './stackSeries';

const config = (changes: Partial<FieldConfig> = {}): FieldConfig => ({
  mappings: [],
  custom: {},
  ...changes,
});
const field = (changes: Partial<DataField> = {}): DataField => ({
  name: 'Value',
  type: 'number',
  values: [],
  config: config(),
  ...changes,
});
const styled = (custom: FieldConfig['custom'], more = {}) => ({
  config: config(more),
  style: readGraphStyle(custom),
});
const stacked = (mode: string, changes = {}) =>
  styled({ stacking: { mode, group: 'A' }, ...changes });

describe('insertGaps', () => {
  it('fills the times that are missing, and those before and after', () => {
    expect(
      insertGaps([30, 40, 70], [[1, 2, 3]], 10, { from: 10, to: 90 }),
    ).toEqual({
      times: [10, 20, 30, 40, 50, 60, 70, 80],
      columns: [[null, null, 1, 2, null, null, 3, null]],
    });
  });

  it('leaves alone what has no gap', () => {
    const given = { times: [0, 10, 20], columns: [[1, 2, 3]] };
    const filled = insertGaps(given.times, given.columns, 10);
    expect(filled.times).toBe(given.times);
    expect(filled.columns).toBe(given.columns);
  });

  it('does not fill the memory for a faulty interval', () => {
    const times = [0, 1e12];
    expect(insertGaps(times, [[1, 2]], 0.001).times).toBe(times);
    expect(insertGaps(times, [[1, 2]], 0).times).toBe(times);
  });
});

describe('alignSeries', () => {
  it('leaves series on the same times as they are', () => {
    const values = [1, null, 3];
    expect(alignSeries([{ times: [1, 2, 3], values }])).toEqual({
      times: [1, 2, 3],
      values: [values],
    });
  });

  it('passes over times at which only others have a sample, but not in a gap', () => {
    expect(
      alignSeries([
        { times: [10, 30, 50], values: [1, null, 2] },
        { times: [10, 20, 40], values: [5, 6, 7] },
        { times: [10, 50], values: [8, 9] },
      ]),
    ).toEqual({
      times: [10, 20, 30, 40, 50],
      values: [
        [1, null, null, null, 2],
        [5, 6, undefined, 7, undefined],
        [8, undefined, undefined, undefined, 9],
      ],
    });
  });

  it.each([
    [true, [1, undefined, undefined, 2, undefined, 3]],
    [false, [1, null, null, 2, null, 3]],
    [25, [1, null, null, 2, undefined, 3]],
    [20, [1, null, null, 2, null, 3]],
  ])('bridges gaps when spanNulls is %s', (spanNulls, expected) => {
    const { values } = alignSeries([
      {
        times: [0, 10, 20, 30, 40, 50],
        values: [1, null, null, 2, null, 3],
        style: { spanNulls, drawStyle: 'line' },
      },
    ]);
    expect(values).toEqual([expected]);
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
        { upper: 2, lower: 1, dir: -1 },
        { upper: 1, lower: 0, dir: -1 },
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

  it('does not lift series by those that are switched off', () => {
    const both = [stacked('normal'), stacked('normal')];
    expect(stackSeries([[1], [10]], both, index => index === 1)).toEqual({
      values: [[1], [10]],
      bands: [],
    });
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
    const { values, bands } = stackSeries(
      [[1], [2], [4]],
      [stacked('normal'), down, down],
    );
    expect(values).toEqual([[1], [-2], [-6]]);
    expect(bands).toEqual([{ upper: 2, lower: 1, dir: 1 }]);
  });

  it('piles up what is below zero apart', () => {
    const all = [stacked('normal'), stacked('normal'), stacked('normal')];
    expect(stackSeries([[3], [-1], [-2]], all).values).toEqual([
      [3],
      [-1],
      [-3],
    ]);
  });

  it('piles up only what has the same axis', () => {
    const percent = styled(
      { stacking: { mode: 'normal', group: 'A' } },
      { unit: 'percent' },
    );
    expect(
      stackSeries([[1], [2]], [stacked('normal'), percent]).values,
    ).toEqual([[1], [2]]);
  });

  it('draws the first value of a constant all along', () => {
    expect(
      stackSeries([[null, 5, 7]], [styled({ transform: 'constant' })]).values,
    ).toEqual([[5, 5, 5]]);
  });

  it('leaves series alone that are not stacked', () => {
    expect(stackSeries([[1], [2]], [styled({}), styled({})])).toEqual({
      values: [[1], [2]],
      bands: [],
    });
  });
});

describe('fillBands', () => {
  it('fills down to the series that the author names', () => {
    expect(
      fillBands([
        { name: 'p50', ...styled({}), field: field() },
        { name: 'p99', ...styled({ fillBelowTo: 'p50' }), field: field() },
        { name: 'p95', ...styled({ fillBelowTo: 'gone' }), field: field() },
      ]),
    ).toEqual([{ upper: 1, lower: 0 }]);
  });
});

describe('scaleKey', () => {
  it('tells axes apart by unit, limits, side, distribution and label', () => {
    const keys = [
      styled({}),
      styled({}, { unit: 'bytes' }),
      styled({}, { min: 0 }),
      styled({ axisPlacement: 'right' }),
      styled({ scaleDistribution: { type: 'log', log: 2 } }),
      styled({ axisLabel: 'load' }),
      styled({ axisSoftMin: 1 }),
    ].map(scaleKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('valueTicks', () => {
  const ticks = (
    values: (number | null)[],
    increment: number,
    changes: Partial<FieldConfig>,
  ) =>
    valueTicks(values, increment, field({ config: config(changes) }), {
      theme: 'dark',
    });

  it.each([
    [[0, 5, 10], 5, 'reqps', ['0 req/s', '5 req/s', '10 req/s']],
    [[0, 0.5, 1], 0.5, undefined, ['0', '0.5', '1']],
    [[500, 1000, 1500], 500, 'short', ['500', '1 K', '1.50 K']],
    [[0, 0.025, 0.05], 0.025, 'percentunit', ['0%', '2.5%', '5%']],
    [[0, 0.5, 1, 1.5], 0.5, 's', ['0 s', '500 ms', '1 s', '1.5 s']],
    [[0, 1024 ** 3], 1024 ** 3, 'bytes', ['0 B', '1 GiB']],
    [[0.01, null, 0.1], 0.01, undefined, ['0.01', '', '0.1']],
  ])('writes %j, %d apart, in %s', (values, increment, unit, texts) => {
    expect(ticks(values, increment, { unit })).toEqual(texts);
  });

  it('takes as many decimals as the author wants', () => {
    expect(ticks([0, 5], 5, { unit: 'percent', decimals: 2 })).toEqual([
      '0.00%',
      '5.00%',
    ]);
  });
});

describe('timeTicks', () => {
  const midnight = Date.parse('2026-11-23T00:00:00Z');
  const hour = 3_600_000;

  it.each([
    [0.2 * 1000, hour, '00:00:00.000'],
    [15_000, hour, '00:00:00'],
    [hour, 4 * hour, '00:00'],
    [hour, 48 * hour, '11/23 00:00'],
    [48 * hour, 240 * hour, '11/23'],
    [720 * hour, 9_000 * hour, '2026-11'],
    [8_760 * hour, 90_000 * hour, '2026'],
  ])('writes ticks %d ms apart of %d ms as %s', (increment, span, text) => {
    expect(timeTicks([midnight], increment, 'UTC', span)).toEqual([text]);
  });

  it('writes the times of the zone asked for', () => {
    expect(timeTicks([midnight], hour, 'Europe/Berlin')).toEqual(['01:00']);
  });
});

describe('graphSeries', () => {
  const frame = (values: DataField['values'], changes = {}): DataFrame => ({
    refId: 'A',
    fields: [
      {
        ...field({ name: 'Time', type: 'time', values: [10, 20, 40] }),
        config: config({ interval: 10 }),
      },
      field({ values, ...changes }),
    ],
  });
  const range = { from: 10, to: 40 };

  it('has a gap where samples are missing, and where a value is not finite', () => {
    const [one] = graphSeries([frame([1, Infinity, 3])], 'dark', range);
    expect(one.times).toEqual([10, 20, 30, 40]);
    expect(one.values).toEqual([1, null, null, 3]);
  });

  it('draws a number that the author wants instead', () => {
    const changes = { config: config({ noValue: '0' }) };
    const [one] = graphSeries([frame([1, 2, 3], changes)], 'dark', range);
    expect(one.values).toEqual([1, 2, 0, 3]);
  });

  it('takes the author’s word for what a gap is', () => {
    const changes = { config: config({ custom: { insertNulls: 30 } }) };
    const [one] = graphSeries([frame([1, 2, 3], changes)], 'dark', range);
    expect(one.values).toEqual([1, 2, 3]);
  });

  it('draws yes and no as steps between 1 and 0', () => {
    const [one] = graphSeries(
      [frame([true, false, null], { type: 'boolean' })],
      'dark',
      range,
    );
    expect(one.values).toEqual([1, 0, null, null]);
    expect(one.style.lineInterpolation).toBe('stepAfter');
    expect(one.config).toMatchObject({ unit: 'bool', min: 0, max: 1 });
  });

  it('puts samples in the order of time', () => {
    const shuffled = frame([1, 2, 3]);
    shuffled.fields[0].values = [30, 10, 20];
    const [one] = graphSeries([shuffled], 'dark', { from: 10, to: 30 });
    expect([one.times, one.values]).toEqual([
      [10, 20, 30],
      [2, 3, 1],
    ]);
  });

  it('says what a graph would need', () => {
    const strings = frame(['a', 'b', 'c'], { type: 'string' });
    const timeless = { fields: [field({ values: [1] })] };
    expect(graphSeries([strings, timeless], 'dark', range)).toEqual([]);
    expect(missingForGraph([strings])).toBe('number');
    expect(missingForGraph([timeless])).toBe('time');
    expect(missingForGraph([])).toBe('data');
    expect(missingForGraph([frame([1, 2, 3])])).toBeUndefined();
  });
});

describe('the series of a panel', () => {
  const panelSeries = (
    panel: PanelModel,
    answer: PanelQueryResult,
    variables: VariableValues,
    theme: 'dark' | 'light',
  ) =>
    graphSeries(preparePanelData(panel, answer, { variables }), theme, {
      from: STORY_NOW - 120_000,
      to: STORY_NOW,
    });
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

  it('has no value where one is not finite', () => {
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
    expect(one.values).toEqual([null, null]);
  });
});
