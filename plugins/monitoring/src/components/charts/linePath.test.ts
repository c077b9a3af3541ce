import { linePath } from './linePath';
import { plotOf } from './plot';

const plot = plotOf(
  { width: 100, height: 50 },
  { from: 0, to: 20 },
  { min: 0, max: 1 },
);

describe('linePath', () => {
  it('runs from the upper left to what is left, with the area below', () => {
    expect(linePath([0, 10, 20], [1, 0.9, 0.6], plot)).toEqual({
      line: 'M0 0L50 5L100 20',
      area: 'M0 50L0 0L50 5L100 20L100 50Z',
    });
  });

  it('leaves a gap where nothing was measured', () => {
    expect(linePath([0, 5, 10, 20], [1, null, 0.5, 0.5], plot).line).toBe(
      'M0 0h0M50 25L100 25',
    );
  });

  it('draws nothing when nothing was measured', () => {
    expect(linePath([0, 20], [null, null], plot)).toEqual({
      line: '',
      area: '',
    });
    expect(linePath([], [], plot).line).toBe('');
  });
});

describe('plotOf', () => {
  it('keeps what lies outside the scale at its edge', () => {
    expect(plot.y(3)).toBe(0);
    expect(plot.y(-3)).toBe(50);
  });

  it.each([
    [0.1, 90],
    [0.001, 90],
    [1, 60],
    [10, 30],
    [100, 0],
    [5000, 0],
  ])('puts a burn rate of %p× at %p of a logarithmic scale', (rate, y) => {
    const log = plotOf(
      { width: 10, height: 90 },
      { from: 0, to: 1 },
      { min: 0.1, max: 100, logarithmic: true },
    );
    expect(log.y(rate)).toBeCloseTo(y, 6);
  });

  it('makes room below zero for an overdraft', () => {
    const deep = plotOf(
      { width: 100, height: 50 },
      { from: 0, to: 1 },
      { min: -1, max: 1 },
    );
    expect(deep.y(0)).toBe(25);
  });
});
