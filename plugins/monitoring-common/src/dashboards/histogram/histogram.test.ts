import fc from 'fast-check';
import { DataFrame, FieldValue } from '../frames/DataFrame';
import { FieldConfig } from '../types';
import { buildHistogram } from './buildHistogram';
import { bucketSizeFor } from './bucketSize';
import { panelHistogram } from './panelHistogram';
import { readHistogramOptions } from './readHistogramOptions';
import { transformToHistogram } from './transformToHistogram';

const TIMES = [1700000000000, 1700000060000, 1700000120000];

function aSeries(
  values: FieldValue[],
  config: Partial<FieldConfig> = {},
  labels: Record<string, string> = {},
): DataFrame {
  const usual = { mappings: [], custom: {} };
  return {
    refId: 'A',
    fields: [
      { name: 'Time', type: 'time', config: usual, values: TIMES },
      {
        name: 'Value',
        type: 'number',
        labels,
        config: { ...usual, ...config },
        values,
      },
    ],
  };
}

function columns(frame: DataFrame | undefined) {
  return frame?.fields.map(({ name, values }) => [name, values]);
}

describe('transformToHistogram', () => {
  // Answered by Grafana's own library.
  it('counts each series into common buckets', () => {
    const [frame] = transformToHistogram(
      [
        aSeries([1, 2, 3], { displayNameFromSource: 'a' }, { job: 'x' }),
        aSeries([10, 20, 30], { displayNameFromSource: 'b' }, { job: 'x' }),
      ],
      { bucketSize: 10 },
    );
    expect(frame.refId).toBe('histogram');
    expect(columns(frame)).toEqual([
      ['xMin', [0, 10, 20, 30]],
      ['xMax', [10, 20, 30, 40]],
      ['Value', [3, 0, 0, 0]],
      ['Value', [0, 1, 1, 1]],
    ]);
    expect(frame.fields[2].labels).toEqual({ job: 'x' });
    expect(frame.fields[2].config.displayNameFromSource).toBe('a');
  });

  it.each([
    ['10', undefined, [0, 10]],
    ['10 req', '5', [-5, 5]],
    ['', undefined, [0, 10]],
    ['much', undefined, [0, 10]],
    [-3, undefined, [0, 10]],
  ])('takes the size %p and the offset %p', (bucketSize, offset, starts) => {
    const [frame] = transformToHistogram([aSeries([1, 11])], {
      bucketSize,
      ...(offset && { bucketOffset: offset }),
    });
    expect(frame.fields[0].values).toEqual(starts);
  });

  it('makes no frame of texts', () => {
    expect(transformToHistogram([], { bucketSize: 1 })).toEqual([]);
  });
});

describe('bucketSizeFor', () => {
  it.each([
    [[0, 100], 30, 100],
    [[0, 1, 2, 60], 30, 4],
    [[14.1, 14.2, 53.9], 30, 2],
    [[0.001, 0.0015, 0.031], 30, 0.002],
    [[5], 30, 1],
    [[5, 5, 5], 30, 1],
    [[], 30, 1],
    [[0, 1e15], 30, 1e15],
    [[0, 1, 2, 3, 1e15], 10, 2e14],
  ])('of %p, about %p, is %p', (values, count, size) => {
    expect(bucketSizeFor(values, count)).toBe(size);
  });
});

describe('buildHistogram', () => {
  it('writes bounds in the unit of the values, and counts without one', () => {
    const frame = buildHistogram([aSeries([0.1, 0.2, 0.9], { unit: 's' })], {
      bucketSize: 0.25,
    });
    expect(frame?.fields[0].config).toMatchObject({ unit: 's', decimals: 2 });
    expect(frame?.fields[2].config.unit).toBeUndefined();
  });

  it('adds all series up when they are combined', () => {
    const frame = buildHistogram([aSeries([1, 2, 3]), aSeries([2, 12, 13])], {
      bucketSize: 10,
      combine: true,
    });
    expect(columns(frame)).toEqual([
      ['xMin', [0, 10]],
      ['xMax', [10, 20]],
      ['count', [4, 2]],
    ]);
    expect(frame?.fields[2].state?.displayName).toBe('Count');
  });

  it('counts the author’s number instead of what is missing', () => {
    const values = [null, 1, NaN, Infinity];
    const withText = buildHistogram([aSeries(values, { noValue: 'none' })], {
      bucketSize: 1,
    });
    expect(withText?.fields[2].values).toEqual([1]);
    const withNumber = buildHistogram([aSeries(values, { noValue: '0' })], {
      bucketSize: 1,
    });
    expect(withNumber?.fields[2].values).toEqual([1, 1]);
  });

  it('counts every finite value once, in a bucket that holds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
          minLength: 1,
          maxLength: 50,
        }),
        fc.integer({ min: 1, max: 60 }),
        (numbers, bucketCount) => {
          const frame = buildHistogram([aSeries(numbers)], { bucketCount })!;
          const [from, to, counts] = frame.fields.map(
            ({ values }) => values as number[],
          );
          expect(counts.reduce((sum, one) => sum + one, 0)).toBe(
            numbers.length,
          );
          for (const number of numbers) {
            const slack = 1e-6 * Math.max(1, Math.abs(number));
            expect(
              from.some(
                (start, index) =>
                  start <= number + slack && number - slack < to[index],
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });
});

describe('panelHistogram', () => {
  it('takes buckets that are already counted', () => {
    const ready = buildHistogram([aSeries([1, 2, 13])], { bucketSize: 10 })!;
    expect(columns(panelHistogram([ready], { bucketSize: 2 }))).toEqual(
      columns(ready),
    );
  });

  it('guesses the upper bounds from the lower ones', () => {
    const frame = panelHistogram(
      [
        {
          fields: [
            { ...aSeries([0, 5, 10]).fields[1], name: 'BucketMin' },
            { ...aSeries([3, 2, 1]).fields[1], name: 'n' },
          ],
        },
      ],
      {},
    );
    expect(columns(frame)).toEqual([
      ['BucketMin', [0, 5, 10]],
      ['xMax', [5, 10, 15]],
      ['n', [3, 2, 1]],
    ]);
  });

  it('adds up the times of a histogram of Prometheus', () => {
    const row = (name: string, values: number[]) => ({
      ...aSeries(values).fields[1],
      name,
      labels: { le: name },
    });
    const frame: DataFrame = {
      meta: { type: 'heatmap-rows' },
      fields: [
        aSeries([0]).fields[0],
        row('0.1', [1, 2, 3]),
        row('+Inf', [0, 1, 0]),
      ],
    };
    expect(columns(panelHistogram([frame], {}))).toEqual([
      ['xMin', ['0', '0.1']],
      ['xMax', ['0.1', '+Inf']],
      ['count', [6, 1]],
    ]);
    expect(columns(panelHistogram([frame, frame], {}))).toEqual([
      ['xMin', ['0', '0.1']],
      ['xMax', ['0.1', '+Inf']],
      ['count', [6, 1]],
      ['count', [6, 1]],
    ]);
  });

  it('counts several series', () => {
    const frame = panelHistogram(
      [aSeries([1, 2]), aSeries([3])],
      readHistogramOptions({ bucketSize: 2 }),
    );
    expect(columns(frame)).toEqual([
      ['xMin', [0, 2]],
      ['xMax', [2, 4]],
      ['Value', [1, 1]],
      ['Value', [0, 1]],
    ]);
  });

  it('shows nothing of nothing', () => {
    expect(panelHistogram([], {})).toBeUndefined();
  });
});
