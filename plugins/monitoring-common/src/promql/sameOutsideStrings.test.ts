import { sameOutsideStrings } from './sameOutsideStrings';

describe('sameOutsideStrings', () => {
  it.each([
    ['up{a="b"}', 'up{a="c d"}'],
    [
      'sum by (x) (rate(up{a=~"b"}[5m]))',
      'sum by (x) (rate(up{a=~"c|d"}[5m]))',
    ],
    ['up', ' up '],
  ])('%s is %s but for its strings', (a, b) => {
    expect(sameOutsideStrings(a, b)).toBe(true);
  });

  it.each([
    ['up{a="b"}', 'up{a="b"} or up{a="b"}'],
    ['up{a="b"}', 'up{a!="b"}'],
    ['up{a="b"}', 'up{c="b"}'],
    ['up{a="b"}', 'down{a="b"}'],
    ['up{a="b"}', 'up{a="b", c="d"}'],
    ['rate(up[5m])', 'rate(up[6m])'],
    ['rate(up[5m])', 'increase(up[5m])'],
    ['up + 1', 'up - 1'],
    ['up + 1', 'up + 2'],
    ['sum by (a) (up)', 'sum without (a) (up)'],
    ['up', 'up offset 5m'],
    ['up == 1', 'up == bool 1'],
  ])('%s is not %s', (a, b) => {
    expect(sameOutsideStrings(a, b)).toBe(false);
  });

  it('throws when one of them is no expression', () => {
    expect(() => sameOutsideStrings('up', 'up{')).toThrow(
      expect.objectContaining({ name: 'PromqlError' }),
    );
  });
});
