import { placeLabels } from './placeLabels';

const SIZE = { width: 300, height: 100 };
const label = (key: string, x: number, y = 50) => ({
  key,
  text: 'ten letter',
  x,
  y,
});

describe('placeLabels', () => {
  it('stands right of its mark where there is room, else left of it', () => {
    const [first, second] = placeLabels(
      [label('a', 10), label('b', 290)],
      SIZE,
    );
    expect(first.left).toBe(18);
    expect(second.left).toBeLessThan(290);
    expect(second.left + 64).toBeLessThanOrEqual(282);
  });

  it('moves out of the way of another one', () => {
    const [first, second] = placeLabels([label('a', 10), label('b', 20)], SIZE);
    expect(first.y).toBe(50);
    expect(Math.abs(second.y - first.y)).toBeGreaterThanOrEqual(16);
  });

  it('stays inside the chart, and is left out where nothing is free', () => {
    expect(placeLabels([label('a', 10, 2)], SIZE)[0].y).toBeGreaterThan(8);
    expect(placeLabels([label('a', 10)], { width: 60, height: 90 })).toEqual(
      [],
    );
  });
});
