import { isSelector } from './isSelector';

describe('isSelector', () => {
  it.each(['up', 'up{}', 'up{a="b", c=~"d"}', '{a="b"}', '{"my.metric"}'])(
    'knows %s',
    expression => {
      expect(isSelector(expression)).toBe(true);
    },
  );

  it.each(['up[5m]', 'up offset 5m', 'up or b', '(up)', 'sum(up)', '1', '-up'])(
    'does not take %s for one',
    expression => {
      expect(isSelector(expression)).toBe(false);
    },
  );

  it('says so when it cannot be parsed', () => {
    expect(() => isSelector('up{')).toThrow('ends too early');
  });
});
