import fc from 'fast-check';
import recorded from '../__fixtures__/buckets.json';
import { heatmapCells } from './heatmapCells';

const bucket = (le: string, values: (number | null)[]) => ({
  name: le,
  labels: { le },
  values,
});
const TIMES = [1, 2];

describe('heatmapCells', () => {
  it('sorts buckets by their bounds and takes off what is in those below', () => {
    const { rows } = heatmapCells(recorded.times, recorded.series, {
      cumulative: true,
    });
    expect(rows.map(({ to }) => to)).toEqual([
      0.05,
      0.1,
      0.25,
      0.5,
      1,
      2.5,
      5,
      10,
      Infinity,
    ]);
    expect(rows.map(({ from }) => from)).toEqual([
      0, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]);
    const total = recorded.series.find(({ name }) => name === '+Inf')!;
    recorded.times.forEach((_, time) => {
      const sum = rows.reduce((all, row) => all + (row.counts[time] ?? 0), 0);
      expect(sum).toBeCloseTo(total.values[time], 6);
    });
  });

  it('keeps counts that are not cumulative', () => {
    const { rows } = heatmapCells(
      TIMES,
      [bucket('2', [4, 1]), bucket('1', [3, 9])],
      { cumulative: false },
    );
    expect(rows.map(({ counts }) => counts)).toEqual([
      [3, 9],
      [4, 1],
    ]);
  });

  it('takes a bucket that rounding made smaller for an empty one', () => {
    const { rows } = heatmapCells(
      TIMES,
      [bucket('1', [3.0001, 2]), bucket('+Inf', [3, null])],
      { cumulative: true },
    );
    expect(rows[1].counts).toEqual([0, null]);
  });

  it('adds up series of the same bound, and leaves out those without one', () => {
    const { rows } = heatmapCells(
      TIMES,
      [
        bucket('1', [1, null]),
        bucket('1.0', [2, 5]),
        { name: 'sum', labels: {}, values: [9, 9] },
      ],
      { cumulative: true },
    );
    expect(rows).toEqual([{ from: 0, to: 1, counts: [3, 5] }]);
  });

  it('reads the bound from the name when the label is gone', () => {
    const { rows } = heatmapCells(
      TIMES,
      [{ name: '0.5', labels: {}, values: [1, 2] }],
      { cumulative: true },
    );
    expect(rows[0].to).toBe(0.5);
  });

  it('starts below zero when the lowest bound does', () => {
    const { rows } = heatmapCells(TIMES, [bucket('-1', [1, 1])], {
      cumulative: true,
    });
    expect(rows[0].from).toBe(-Infinity);
  });

  it('never has a negative count, whatever the buckets say', () => {
    const values = fc.array(fc.option(fc.double({ min: 0, max: 1e9 })), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(fc.array(values), all => {
        const series = all.map((one, at) => bucket(String(at), one));
        const { rows } = heatmapCells(TIMES, series, { cumulative: true });
        expect(
          rows.flatMap(({ counts }) => counts).every(n => n === null || n >= 0),
        ).toBe(true);
      }),
    );
  });
});
