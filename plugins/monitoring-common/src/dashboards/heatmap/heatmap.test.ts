import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { readHeatmapOptions } from '../model/readHeatmapOptions';
import { FieldConfig } from '../types';
import { heatmapTable } from './heatmapTable';
import { roundBucketSize } from './increments';
import { prepareHeatmap } from './prepareHeatmap';
import { transformToHeatmap } from './transformToHeatmap';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 0, 1, 1);
const RANGE = { from: START, to: START + HOUR };

function aField(
  name: string,
  values: FieldValue[],
  changes: Partial<Omit<DataField, 'config'>> & {
    config?: Partial<FieldConfig>;
  } = {},
): DataField {
  return {
    name,
    type: 'number',
    values,
    ...changes,
    config: { mappings: [], custom: {}, ...changes.config },
  };
}

function times(count: number, step = MINUTE): DataField {
  return aField(
    'Time',
    Array.from({ length: count }, (_, index) => START + index * step),
    { type: 'time', config: { interval: step } },
  );
}

function aBucket(name: string, values: FieldValue[], label = 'le') {
  return aField(name, values, {
    labels: { [label]: name },
    state: { displayName: name, seriesIndex: 0 },
  });
}

function rowsFrame(...buckets: DataField[]): DataFrame {
  return {
    refId: 'A',
    meta: { type: 'heatmap-rows' },
    fields: [times(buckets[0].values.length), ...buckets],
  };
}

function prepare(frames: DataFrame[], options: JsonObject = {}) {
  return prepareHeatmap(frames, readHeatmapOptions(options), RANGE);
}

describe('a heatmap of buckets', () => {
  const frame = rowsFrame(
    aBucket('0.1', [4, 4]),
    aBucket('0.5', [6, 0]),
    aBucket('+Inf', [0, 8]),
  );

  it('has a row up to each bound, and a column up to each time', () => {
    const { heatmap } = prepare([frame], { yAxis: { unit: 's' } });
    expect(heatmap?.columns).toEqual([
      { from: START - MINUTE, to: START },
      { from: START, to: START + MINUTE },
    ]);
    expect(heatmap?.rows).toEqual([
      { from: -1, to: 0, text: '0 s – 100 ms', counts: [4, 4] },
      { from: 0, to: 1, text: '100 ms – 500 ms', counts: [6, 0] },
      { from: 1, to: 2, text: '500 ms – +Inf', counts: [0, 8] },
    ]);
    expect(heatmap?.axis.ticks).toEqual([
      { at: -1, text: '0 s' },
      { at: 0, text: '100 ms' },
      { at: 1, text: '500 ms' },
      { at: 2, text: '+Inf' },
    ]);
    expect(heatmap?.colors).toEqual({ min: 4, max: 8 });
  });

  it('writes the bounds as they are without a unit', () => {
    const { heatmap } = prepare([frame]);
    expect(heatmap?.axis.ticks?.map(({ text }) => text)).toEqual([
      '0.0',
      '0.1',
      '0.5',
      '+Inf',
    ]);
  });

  it.each([
    ['ge', [0, 1], ['0.1 – 0.5', '0.5 – +Inf', '+Inf']],
    ['unknown', [-0.5, 0.5], ['0.1', '0.5', '+Inf']],
    ['le', [-1, 0], ['0.0 – 0.1', '0.1 – 0.5', '0.5 – +Inf']],
  ])('lies as the layout %s says', (layout, [from, to], texts) => {
    const { heatmap } = prepare([frame], { rowsFrame: { layout } });
    expect(heatmap?.rows[0]).toMatchObject({ from, to });
    expect(heatmap?.rows.map(({ text }) => text)).toEqual(texts);
  });

  it('names rows that are no numbers', () => {
    const pods = rowsFrame(
      aBucket('pod-b', [1], 'pod'),
      aBucket('pod-a', [2], 'pod'),
    );
    const { heatmap } = prepare([pods]);
    expect(heatmap?.rows.map(({ text }) => text)).toEqual(['pod-b', 'pod-a']);
    expect(heatmap?.rows[0]).toMatchObject({ from: -0.5, to: 0.5 });
  });

  it('sorts plain series whose names are numbers, and joins their times', () => {
    const series = (name: string, values: FieldValue[], from = 0) => ({
      fields: [
        { ...times(3), values: times(3).values.slice(from) },
        aBucket(name, values),
      ],
    });
    const { heatmap } = prepare([
      series('+Inf', [1, 2, 3]),
      series('10', [5, 6], 1),
      series('2', [7, 8, 9]),
    ]);
    expect(heatmap?.rows.map(({ text }) => text)).toEqual([
      '0.0 – 2',
      '2 – 10',
      '10 – +Inf',
    ]);
    expect(heatmap?.rows[1].counts).toEqual([null, 5, 6]);
  });

  it('leaves series as they come when one name is no number', () => {
    const { heatmap } = prepare([
      { fields: [times(1), aBucket('b', [1], 'pod')] },
      { fields: [times(1), aBucket('2', [1], 'pod')] },
    ]);
    expect(heatmap?.rows.map(({ text }) => text)).toEqual(['b', '2']);
  });

  it('filters what is drawn, and colours by the author’s limits', () => {
    const filtered = { filterValues: { le: 4, ge: 8 } };
    expect(prepare([frame], filtered).heatmap?.colors).toEqual({
      min: 6,
      max: 6,
    });
    expect(
      prepare([frame], { color: { min: 0, max: 100 } }).heatmap?.colors,
    ).toEqual({ min: 0, max: 100 });
  });

  it('does not count what is not finite', () => {
    const odd = rowsFrame(aBucket('1', [NaN, Infinity, null, -3, 2]));
    const { heatmap } = prepare([odd]);
    expect(heatmap?.rows[0].counts).toEqual([null, null, null, -3, 2]);
    expect(heatmap?.colors).toEqual({ min: 2, max: 2 });
  });

  it('has no colours when all cells are empty', () => {
    const { heatmap } = prepare([rowsFrame(aBucket('1', [0, 0]))]);
    expect(heatmap?.colors).toBeUndefined();
  });

  it('makes buckets as high as they are wide when the author wants it', () => {
    const { heatmap } = prepare([frame], {
      rowsFrame: { yBucketScale: { type: 'log', log: 10 } },
      yAxis: { unit: 's' },
    });
    expect(heatmap?.axis).toMatchObject({
      scale: 'log',
      base: 10,
      min: 0.1,
      max: 2.5,
    });
    expect(heatmap?.rows.map(({ from, to }) => [from, to])).toEqual([
      [0.1, 0.5],
      [0.5, 2.5],
    ]);
  });

  it('says why there is none', () => {
    expect(prepare([])).toEqual({ problem: { kind: 'no-values' } });
    const many = Array.from({ length: 1000 }, (_, index) =>
      aBucket(String(index), new Array(500).fill(1)),
    );
    expect(prepare([rowsFrame(...many)])).toEqual({
      problem: { kind: 'too-many-cells', cells: 500_000 },
    });
  });

  it('is a table of its cells', () => {
    const [table] = heatmapTable(
      [frame],
      readHeatmapOptions({ yAxis: { unit: 's' } }),
      RANGE,
    );
    expect(table.fields.map(({ state }) => state?.displayName)).toEqual([
      'Time',
      '0 s – 100 ms',
      '100 ms – 500 ms',
      '500 ms – +Inf',
    ]);
    expect(table.fields[1].values).toEqual([4, 4]);
  });
});

describe('a calculated heatmap', () => {
  const series = (values: FieldValue[], config = {}): DataFrame => ({
    fields: [
      times(values.length, 10 * MINUTE),
      aField('Value', values, config),
    ],
  });

  it('counts values into round cells', () => {
    const { heatmap } = prepare(
      [series([0, 1, 4, 32]), series([1, 1, 1, 30])],
      {
        calculate: true,
        calculation: { xBuckets: { mode: 'size', value: '20m' } },
      },
    );
    expect(heatmap?.columns).toEqual(
      [0, 20, 40, 60].map(minute => ({
        from: START + minute * MINUTE,
        to: START + (minute + 20) * MINUTE,
      })),
    );
    // 32 / 9 is 3.6: the round size below.
    expect(heatmap?.rows).toHaveLength(11);
    expect(heatmap?.rows[0]).toEqual({
      from: 0,
      to: 3,
      text: '0 – 3',
      counts: [4, 1, 0, 0],
    });
    expect(heatmap?.rows[10].counts).toEqual([0, 2, 0, 0]);
    expect(heatmap?.countName).toBe('Count');
    expect(heatmap?.axis).toMatchObject({ scale: 'linear', min: 0, max: 33 });
  });

  it('cuts magnitudes of a logarithmic scale', () => {
    const { heatmap } = prepare([series([0, 1, 10, 99])], {
      calculate: true,
      calculation: {
        xBuckets: { mode: 'count', value: '2' },
        yBuckets: { scale: { type: 'log', log: 10 }, value: '2' },
      },
    });
    expect(heatmap?.rows.map(({ from }) => Math.round(from * 100))).toEqual([
      100, 316, 1000, 3162,
    ]);
    expect(
      heatmap?.rows.map(({ counts }) =>
        counts.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      ),
    ).toEqual([1, 0, 1, 1]);
    expect(heatmap?.axis).toMatchObject({ scale: 'log', min: 1, max: 100 });
  });

  it('does not try to make more cells than can be drawn', () => {
    const { problem } = prepare([series([0, 1e9])], {
      calculate: true,
      calculation: { yBuckets: { mode: 'size', value: '0.001' } },
    });
    expect(problem).toMatchObject({ kind: 'too-many-cells' });
  });

  it.each([
    ['nothing', []],
    ['no finite value', [NaN, Infinity, null]],
    ['texts', ['a', 'b']],
  ])('says that there is %s to count', (_, values) => {
    expect(prepare([series(values)], { calculate: true })).toEqual({
      problem: { kind: 'no-values' },
    });
  });

  it('counts every finite value within the time once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
          minLength: 1,
          maxLength: 7,
        }),
        values => {
          const { heatmap } = prepare([series(values)], { calculate: true });
          const total = heatmap!.rows
            .flatMap(({ counts }) => counts)
            .reduce<number>((sum, one) => sum + (one ?? 0), 0);
          expect(total).toBe(values.length);
        },
      ),
    );
  });
});

describe('cells that are ready', () => {
  it('draws what the transformation made', () => {
    const [frame, kept] = transformToHeatmap(
      [{ fields: [times(2, HOUR), aField('Value', [1, 2])] }],
      {
        xBuckets: { mode: 'size', value: '1h' },
        yBuckets: { mode: 'size', value: '1' },
        keepOriginalData: true,
      },
    );
    expect(frame.fields.map(({ name, values }) => [name, values])).toEqual([
      ['xMin', [START, START, START + HOUR, START + HOUR]],
      ['yMin', [1, 2, 1, 2]],
      ['Count', [1, 0, 0, 1]],
    ]);
    expect(kept.fields[1].values).toEqual([1, 2]);
    const { heatmap } = prepare([frame]);
    expect(heatmap?.rows).toEqual([
      { from: 1, to: 2, text: '1 – 2', counts: [1, 0] },
      { from: 2, to: 3, text: '2 – 3', counts: [0, 1] },
    ]);
  });

  it('draws cells with bounds of their own, of which empty ones are missing', () => {
    const { heatmap } = prepare([
      {
        meta: { type: 'heatmap-cells' },
        fields: [
          aField('xMax', [START, START, START + MINUTE], { type: 'time' }),
          aField('yMin', [1, 4, 4]),
          aField('yMax', [2, 8, 8]),
          aField('count', [3, 5, 7]),
        ],
      },
    ]);
    expect(heatmap?.rows.map(({ counts }) => counts)).toEqual([
      [3, null],
      [5, 7],
    ]);
    expect(heatmap?.axis).toMatchObject({ scale: 'log', min: 1, max: 8 });
  });
});

describe('roundBucketSize', () => {
  it.each([
    [3.66, false, 3],
    [0.0366, false, 0.035],
    [1.9, false, 1],
    [26, false, 25],
    [1e30, false, 9.5e15],
    [12 * MINUTE, true, 10 * MINUTE],
    [0, true, 1],
    [0, false, 1e-16],
  ])('below %p (time: %p) is %p', (wanted, isTime, size) => {
    expect(roundBucketSize(wanted, isTime)).toBe(size);
  });
});
