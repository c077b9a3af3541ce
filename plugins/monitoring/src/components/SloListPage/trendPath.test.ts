import { trendPath } from './trendPath';

describe('trendPath', () => {
  it('draws a whole budget at the top and an empty one at the bottom', () => {
    expect(trendPath([1, 0.5, 0], 96, 28)).toEqual({
      path: 'M0,0L48,14L96,28',
      first: 1,
      last: 0,
    });
  });

  it('leaves gaps open, and what is overspent at the bottom', () => {
    expect(trendPath([null, 1, null, 0.5, -3], 80, 20)).toEqual({
      path: 'M20,0M60,10L80,20',
      first: 1,
      last: -3,
    });
  });

  it.each([[[]], [[1]], [[null, null]], [[null, 0.4, NaN]]])(
    'has nothing to draw for %p',
    values => {
      expect(trendPath(values, 96, 28)).toBeUndefined();
    },
  );
});
