import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { DataFrame, FieldType, FieldValue } from '../frames/DataFrame';
import { FieldConfig } from '../types';
import { formatStateDuration } from './formatStateDuration';
import { readTimelineOptions } from './readTimelineOptions';
import { stateGrid } from './stateCells';
import { stateLegend } from './stateLegend';
import { stateSegments } from './stateSegments';
import { thresholdLabels } from './thresholdLabels';
import { timelineRows } from './timelineRows';

const RANGE = { from: 0, to: 100 };
const LOOK = { theme: 'dark' as const };
const MAPPINGS: FieldConfig['mappings'] = [
  {
    type: 'value',
    options: {
      '0': { text: 'Down', color: 'red' },
      '1': { text: 'Up', color: 'green' },
    },
  },
];
const STEPS: FieldConfig['thresholds'] = {
  mode: 'absolute',
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

function aFrame(
  values: FieldValue[],
  changes: Partial<FieldConfig> & {
    type?: FieldType;
    times?: number[];
    ends?: number[];
  } = {},
): DataFrame {
  const { type = 'number', times, ends, interval, ...config } = changes;
  const plain = { mappings: [], custom: {} };
  return {
    refId: 'A',
    fields: [
      {
        name: 'Time',
        type: 'time',
        config: { ...plain, interval },
        values: times ?? values.map((_, index) => index * 10),
      },
      ...(ends
        ? [{ name: 'End', type: 'time' as const, config: plain, values: ends }]
        : []),
      {
        name: 'up',
        type,
        values,
        config: { ...plain, color: { mode: 'thresholds' }, ...config },
        state: {
          displayName: 'up',
          seriesIndex: 0,
          range: { min: 0, max: 100 },
        },
      },
    ],
  };
}

function segments(frame: DataFrame, mergeValues = true) {
  const { rows = [] } = timelineRows([frame], { mergeValues }, RANGE);
  return rows.flatMap(row =>
    stateSegments(row, { mergeValues }, LOOK, RANGE.to),
  );
}

function spans(frame: DataFrame, mergeValues = true) {
  return segments(frame, mergeValues).map(({ from, to, value }) => [
    from,
    to,
    value,
  ]);
}

describe('stateSegments', () => {
  it('makes one of equal states that follow one another, to the end of the time', () => {
    expect(
      spans(aFrame(['a', 'a', 'b', 'b', 'a'], { type: 'string' })),
    ).toEqual([
      [0, 20, 'a'],
      [20, 40, 'b'],
      [40, 100, 'a'],
    ]);
  });

  it('keeps equal states apart when the author wants it', () => {
    expect(spans(aFrame([true, true], { type: 'boolean' }), false)).toEqual([
      [0, 10, true],
      [10, 100, true],
    ]);
  });

  it('writes and colours states by their mappings', () => {
    expect(
      segments(
        aFrame([1, 0], {
          mappings: MAPPINGS,
          color: { mode: 'continuous-GrYlRd' },
        }),
      ),
    ).toMatchObject([
      { text: 'Up', color: '#73BF69' },
      { text: 'Down', color: '#F2495C' },
    ]);
  });

  it('takes the steps of thresholds for the states', () => {
    const found = segments(aFrame([10, 20, 85, 90], { thresholds: STEPS }));
    expect(found.map(({ from, to, text }) => [from, to, text])).toEqual([
      [0, 20, '< 80'],
      [20, 100, '80+'],
    ]);
    expect(found[1].color).toBe('#F2495C');
  });

  it('ends a state where nothing was measured', () => {
    const values = [1, 1, 2];
    const color = { mode: 'fixed', fixedColor: 'blue' };
    const times = [20, 30, 60];
    expect(spans(aFrame(values, { times, color, interval: 10 }))).toEqual([
      [20, 40, 1],
      [60, 70, 2],
    ]);
    expect(spans(aFrame(values, { times, color }))).toEqual([
      [20, 60, 1],
      [60, 100, 2],
    ]);
  });

  it.each<[JsonObject, unknown]>([
    [
      {},
      [
        [0, 10, 1],
        [30, 100, 2],
      ],
    ],
    [
      { spanNulls: true },
      [
        [0, 30, 1],
        [30, 100, 2],
      ],
    ],
    [
      { spanNulls: 31 },
      [
        [0, 30, 1],
        [30, 100, 2],
      ],
    ],
    [
      { spanNulls: 30 },
      [
        [0, 10, 1],
        [30, 100, 2],
      ],
    ],
    [
      { insertNulls: 15, spanNulls: false },
      [
        [0, 10, 1],
        [30, 100, 2],
      ],
    ],
  ])('bridges gaps by %p', (custom, expected) => {
    const frame = aFrame([1, null, null, 2], {
      color: { mode: 'fixed', fixedColor: 'blue' },
      custom,
      times: [0, 10, 20, 30],
    });
    // What comes after the last sample is no gap.
    expect(spans({ ...frame }).map(one => one.slice(0, 1))).toEqual(
      (expected as number[][]).map(one => one.slice(0, 1)),
    );
    expect(spans(frame)[0]).toEqual((expected as number[][])[0]);
  });

  it('draws what is missing when the author maps it', () => {
    const frame = aFrame([1, null, NaN], {
      mappings: [
        {
          type: 'special',
          match: 'null+nan',
          result: { text: 'gone', color: 'purple' },
        },
      ],
      color: { mode: 'fixed', fixedColor: 'blue' },
    });
    expect(segments(frame).map(({ from, text }) => [from, text])).toEqual([
      [0, '1'],
      [10, 'gone'],
      [20, 'gone'],
    ]);
    expect(
      spans(aFrame([1, NaN, Infinity], { thresholds: undefined })),
    ).toEqual([
      [0, 10, 1],
      [20, 100, Infinity],
    ]);
  });

  it('ends states at a second time', () => {
    const frame = aFrame(['deploy', 'deploy'], {
      type: 'string',
      times: [10, 50],
      ends: [20, 60],
    });
    expect(spans(frame)).toEqual([
      [10, 20, 'deploy'],
      [50, 60, 'deploy'],
    ]);
  });

  it('never overlaps, and covers each sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', null), { maxLength: 10 }),
        fc.boolean(),
        (values, mergeValues) => {
          const found = segments(
            aFrame(values, { type: 'string' }),
            mergeValues,
          );
          found.forEach((segment, index) => {
            expect(segment.to).toBeGreaterThan(segment.from);
            expect(segment.from).toBeGreaterThanOrEqual(
              found[index - 1]?.to ?? 0,
            );
          });
          values.forEach((value, index) => {
            const here = found.find(
              ({ from, to }) => from <= index * 10 && index * 10 < to,
            );
            expect(here?.value ?? null).toBe(value);
          });
        },
      ),
    );
  });
});

describe('timelineRows', () => {
  it('has a row for each field, with unique keys', () => {
    const { rows } = timelineRows(
      [aFrame([1]), aFrame([2])],
      { mergeValues: false },
      RANGE,
    );
    expect(rows?.map(({ key, name }) => [key, name])).toEqual([
      ['A/up', 'up'],
      ['A/up/1', 'up'],
    ]);
  });

  it('says what is missing', () => {
    const [time, value] = aFrame([1]).fields;
    const rowsOf = (frames: DataFrame[]) =>
      timelineRows(frames, { mergeValues: true }, RANGE);
    expect(rowsOf([{ fields: [value] }])).toEqual({ problem: 'no-time' });
    expect(rowsOf([{ fields: [time] }])).toEqual({ problem: 'no-states' });
  });
});

describe('stateGrid', () => {
  const grid = (frame: DataFrame) => {
    const { rows = [] } = timelineRows([frame], { mergeValues: false }, RANGE);
    return stateGrid(rows, LOOK, RANGE);
  };

  it('has a cell for each sample', () => {
    const { times, step, range, cells } = grid(
      aFrame([1, null, 0], {
        mappings: MAPPINGS,
        times: [0, 50, 100],
        interval: 50,
      }),
    );
    expect(times).toEqual([0, 100]);
    expect(step).toBe(50);
    // Half a column more on both sides.
    expect(range).toEqual({ from: -25, to: 125 });
    expect(cells[0].map(({ column, text }) => [column, text])).toEqual([
      [0, 'Up'],
      [1, 'Down'],
    ]);
  });

  it('goes on to the ends of the time with the step of the source', () => {
    const { range } = grid(aFrame([1], { times: [40], interval: 30 }));
    expect(range).toEqual({ from: 0, to: 85 });
  });

  it('has no columns of nothing', () => {
    expect(grid(aFrame([null])).range).toEqual(RANGE);
  });
});

describe('stateLegend', () => {
  const legend = (frame: DataFrame, mergeValues = true) =>
    stateLegend(
      timelineRows([frame], { mergeValues }, RANGE).rows ?? [],
      LOOK,
    ).map(({ text }) => text);

  it('names the steps of thresholds', () => {
    expect(legend(aFrame([1], { thresholds: STEPS }))).toEqual(['< 80', '80+']);
  });

  it('names the states that occur', () => {
    expect(
      legend(
        aFrame([0, 1, 0, null], {
          mappings: MAPPINGS,
          color: { mode: 'palette-classic' },
        }),
      ),
    ).toEqual(['Down', 'Up']);
  });

  it('has nothing to say of a continuous scale', () => {
    expect(
      legend(aFrame([0], { color: { mode: 'continuous-GrYlRd' } })),
    ).toEqual([]);
  });

  it('leaves out what the author hides', () => {
    expect(
      legend(
        aFrame([0], {
          color: { mode: 'palette-classic' },
          custom: { hideFrom: { legend: true } },
        }),
      ),
    ).toEqual([]);
  });
});

describe('thresholdLabels', () => {
  it('writes limits in the unit of the field, or in percent', () => {
    const texts = (mode: 'absolute' | 'percentage') =>
      thresholdLabels({
        unit: 's',
        thresholds: { mode, steps: STEPS!.steps },
      }).map(({ text }) => text);
    expect(texts('absolute')).toEqual(['< 1.33 mins', '1.33 mins+']);
    expect(texts('percentage')).toEqual(['< 80%', '80%+']);
  });
});

describe('formatStateDuration', () => {
  it.each([
    [0, '0'],
    [-1, ''],
    [NaN, ''],
    [1, '1ms'],
    [1_500, '1s 500ms'],
    [60_000, '1m'],
    [900_000, '15m'],
    [7_500_000, '2h 5m'],
    [90_061_000, '1d 1h'],
    [8 * 86_400_000 + 3_600_000, '1w 1d'],
    [45 * 86_400_000, '1mo 2w 1d'],
    [400 * 86_400_000, '1y 1mo 5d'],
  ])('%p ms is %p', (milliseconds, text) => {
    expect(formatStateDuration(milliseconds)).toBe(text);
  });
});

describe('readTimelineOptions', () => {
  it('has Grafana’s defaults', () => {
    expect(readTimelineOptions({})).toEqual({
      mergeValues: true,
      showValue: 'auto',
      alignValue: 'left',
      rowHeight: 0.9,
      colWidth: 0.9,
      perPage: undefined,
    });
  });

  it('does not obey what cannot be', () => {
    expect(readTimelineOptions({ perPage: -3, rowHeight: 7 })).toMatchObject({
      perPage: undefined,
      rowHeight: 1,
    });
  });
});
