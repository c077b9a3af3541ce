import { instantFrame, rangeFrame } from './buildFrame';

describe('rangeFrame', () => {
  it('puts all series on one grid, with gaps as null', () => {
    expect(
      rangeFrame(
        [
          { labels: { a: '1' }, times: [60, 180], values: [1, NaN] },
          {
            labels: { a: '2' },
            times: [60, 120, 180],
            values: [Infinity, 2.5, -Infinity],
          },
        ],
        { start: 60, end: 180, step: 60 },
      ),
    ).toEqual({
      times: [60_000, 120_000, 180_000],
      series: [
        { labels: { a: '1' }, values: [1, null, 'NaN'] },
        { labels: { a: '2' }, values: ['+Inf', 2.5, '-Inf'] },
      ],
    });
  });

  it('has whole milliseconds with a step of a fraction of a second', () => {
    expect(
      rangeFrame([{ labels: {}, times: [0.2, 0.6], values: [1, 3] }], {
        start: 0.2,
        end: 0.6,
        step: 0.2,
      }),
    ).toEqual({
      times: [200, 400, 600],
      series: [{ labels: {}, values: [1, null, 3] }],
    });
  });
});

describe('instantFrame', () => {
  it('has one value per series', () => {
    expect(
      instantFrame([{ labels: { a: '1' }, value: 3, time: 120 }], 120),
    ).toEqual({
      times: [120_000],
      series: [{ labels: { a: '1' }, values: [3] }],
    });
  });
});
