import fc from 'fast-check';
import {
  DataField,
  DataFrame,
  FieldType,
  FieldValue,
} from '../frames/DataFrame';
import { barChartData } from './barChartData';
import { distribute } from './distribute';
import { readBarChartOptions } from './readBarChartOptions';
import { stackBars } from './stackBars';

function aField(
  name: string,
  type: FieldType,
  values: FieldValue[],
  custom = {},
): DataField {
  return { name, type, values, config: { mappings: [], custom } };
}

function data(frames: DataFrame[], options = {}) {
  return barChartData(frames, readBarChartOptions(options));
}

describe('barChartData', () => {
  const service = aField('service', 'string', ['a', 'b']);
  const time = aField('Time', 'time', [1, 2]);
  const requests = aField('requests', 'number', [3, NaN]);
  const errors = aField('errors', 'number', [-1, Infinity]);

  it('names groups by the first texts, and draws every number', () => {
    const { data: found } = data([
      { fields: [time, requests, service, errors] },
    ]);
    expect(found?.x.name).toBe('service');
    expect(found?.series.map(({ name, values }) => [name, values])).toEqual([
      ['requests', [3, null]],
      ['errors', [-1, null]],
    ]);
    expect(found?.series.map(({ state }) => state?.seriesIndex)).toEqual([
      0, 1,
    ]);
  });

  it('names groups by times when there are no texts, and joins frames', () => {
    const { data: found } = data([
      { fields: [time, requests] },
      { fields: [aField('Time', 'time', [2, 3]), errors] },
    ]);
    expect(found?.x.values).toEqual([1, 2, 3]);
    expect(found?.series[1].values).toEqual([null, -1, null]);
  });

  it('takes the fields that the author names', () => {
    const { data: found } = data([{ fields: [service, requests, errors] }], {
      xField: 'requests',
      colorByField: 'errors',
    });
    expect(found?.x.name).toBe('requests');
    expect(found?.color?.name).toBe('errors');
    expect(found?.series.map(({ name }) => name)).toEqual(['errors']);
  });

  it('leaves out what the author hides', () => {
    const hidden = aField('n', 'number', [1], { hideFrom: { viz: true } });
    expect(data([{ fields: [service, hidden] }])).toEqual({
      problem: 'no-numbers',
    });
  });

  it('says what is missing', () => {
    expect(data([])).toEqual({ problem: 'no-data' });
    expect(data([{ fields: [requests] }])).toEqual({ problem: 'no-names' });
    expect(data([{ fields: [service] }])).toEqual({ problem: 'no-numbers' });
  });
});

describe('stackBars', () => {
  it.each([
    [
      'none',
      [2, -1, 3],
      [
        [0, 2],
        [0, -1],
        [0, 3],
      ],
    ],
    ['normal', [2, -1, null, 3], [[0, 2], [0, -1], null, [2, 5]]],
    [
      'percent',
      [1, -4, 3],
      [
        [0, 0.25],
        [0, -1],
        [0.25, 1],
      ],
    ],
    ['percent', [0, null], [[0, 0], null]],
  ] as const)('%s: %p', (stacking, values, bars) => {
    expect(
      stackBars([...values], stacking).map(bar => bar && [bar.from, bar.to]),
    ).toEqual(bars);
  });
});

describe('distribute', () => {
  it('fills the share that is wanted, from the start to the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (count, share) => {
          const places = distribute(count, share);
          const total = places.reduce((sum, { size }) => sum + size, 0);
          expect(total).toBeCloseTo(share);
          expect(places[0].offset).toBe(0);
          const last = places[count - 1];
          expect(last.offset + last.size).toBeCloseTo(count > 1 ? 1 : share);
        },
      ),
    );
  });
});

describe('readBarChartOptions', () => {
  it('has Grafana’s defaults', () => {
    expect(readBarChartOptions({})).toMatchObject({
      orientation: 'auto',
      showValue: 'auto',
      stacking: 'none',
      groupWidth: 0.7,
      barWidth: 0.97,
      xTickLabelRotation: 0,
    });
  });
});
