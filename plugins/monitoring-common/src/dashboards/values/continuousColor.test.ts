import { continuousColor } from './continuousColor';
import { mixColors } from './mixColors';
import { resolveColor } from './palette';

describe('continuousColor', () => {
  it('goes from the first colour over the second to the last', () => {
    const at = (share: number) =>
      continuousColor('continuous-GrYlRd', share, 'dark');
    expect(at(0)).toBe(resolveColor('green', 'dark').toLowerCase());
    expect(at(0.5)).toBe(resolveColor('yellow', 'dark').toLowerCase());
    expect(at(1)).toBe(resolveColor('red', 'dark').toLowerCase());
    expect(at(7)).toBe(at(1));
  });

  it('starts at the ground when there is one hue', () => {
    expect(continuousColor('continuous-blues', 0, 'light')).toBe('#ffffff');
  });

  it.each(['thresholds', 'fixed', undefined])('is not for %s', mode => {
    expect(continuousColor(mode, 0.5, 'dark')).toBeUndefined();
  });
});

describe('mixColors', () => {
  it('mixes between neighbours', () => {
    expect(mixColors(['#000000', '#0000ff', '#ffffff'], 0.25)).toBe('#000080');
  });

  it('keeps colours that it cannot read', () => {
    expect(mixColors(['transparent', 'red'], 0.2)).toBe('transparent');
  });
});
