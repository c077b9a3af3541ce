import { burnDownShape } from './burnDownPath';

const SIZE = { width: 100, height: 50 };

describe('burnDownShape', () => {
  it('runs from the upper left to what is left', () => {
    expect(burnDownShape([0, 10, 20], [1, 0.9, 0.6], SIZE)).toEqual({
      line: 'M0 0L50 5L100 20',
      even: 'M0 0L100 50',
      zero: 50,
      first: 1,
      last: 0.6,
      lowest: 0.6,
    });
  });

  it('leaves a gap where nothing was measured', () => {
    expect(burnDownShape([0, 1, 2, 3], [1, null, 0.5, 0.5], SIZE)?.line).toBe(
      'M0 0M66.67 25L100 25',
    );
  });

  it('makes room below zero for an overdraft', () => {
    const shape = burnDownShape([0, 1], [1, -1], SIZE);
    expect(shape?.zero).toBe(25);
    expect(shape?.line).toBe('M0 0L100 50');
  });

  it('draws nothing when nothing was measured', () => {
    expect(burnDownShape([0, 1], [null, null], SIZE)).toBeUndefined();
    expect(burnDownShape([], [], SIZE)).toBeUndefined();
  });
});
