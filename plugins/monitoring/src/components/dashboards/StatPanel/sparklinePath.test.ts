import { sparklinePath } from './sparklinePath';

const BOX = { width: 100, height: 26 };

describe('sparklinePath', () => {
  it('fits the values into the box', () => {
    expect(
      sparklinePath({ times: [0, 5, 10], values: [0, 5, 10] }, BOX),
    ).toMatchObject({
      line: 'M0,23L50,13L100,3',
      area: 'M0,26L0,23L50,13L100,3L100,26Z',
    });
  });

  it('stands where its time is within that of the panel', () => {
    expect(
      sparklinePath(
        { times: [50, 100], values: [0, 1] },
        { ...BOX, range: { from: 0, to: 100 } },
      )?.line,
    ).toBe('M50,23L100,3');
  });

  it('leaves gaps open', () => {
    const times = [0, 10, 20, 50, 60];
    expect(
      sparklinePath({ times, values: [1, null, 1, 1, 1] }, BOX)?.line,
    ).toBe('M0,13M33.3,13L83.3,13L100,13');
    expect(
      sparklinePath(
        { times, values: [1, 1, 1, 1, 1] },
        { ...BOX, interval: 10 },
      )?.line,
    ).toBe('M0,13L16.7,13L33.3,13M83.3,13L100,13');
  });

  it('marks the value or the height that the figure is', () => {
    const course = { times: [0, 10], values: [0, 1] };
    expect(
      sparklinePath({ ...course, highlightIndex: 1 }, BOX)?.highlight,
    ).toEqual({ x: 100, y: 3 });
    expect(
      sparklinePath({ ...course, highlightValue: 0.5 }, BOX)?.highlightLine,
    ).toBe(13);
  });

  it.each([[[1, null]], [[NaN, Infinity]], [[]]])(
    'needs two values: %j',
    values => {
      expect(
        sparklinePath({ times: values.map((_, at) => at), values }, BOX),
      ).toBeUndefined();
    },
  );
});
