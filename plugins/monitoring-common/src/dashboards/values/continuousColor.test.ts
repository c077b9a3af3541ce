import { continuousColor } from './continuousColor';
import { contrastRatio, readableInk, readableOn } from './contrast';
import { mixColors, rgbOf } from './mixColors';

describe('continuousColor', () => {
  it('goes from the first colour over the second to the last, and not beyond', () => {
    const at = (share: number) =>
      continuousColor('continuous-RdYlGr', share, 'dark');
    expect(at(-3)).toBe('rgb(242, 73, 92)');
    expect(at(0)).toBe(at(-3));
    expect(at(NaN)).toBe(at(0));
    expect(at(1)).toBe('rgb(115, 191, 105)');
    expect(at(Infinity)).toBe(at(1));
  });

  it.each(['thresholds', 'fixed', 'constructor', undefined])(
    'is not for %s',
    mode => {
      expect(continuousColor(mode, 0.5, 'dark')).toBeUndefined();
    },
  );
});

describe('readableOn', () => {
  it.each([
    ['#FADE2A', '#000000'],
    ['#73BF69', '#000000'],
    ['#C4162A', '#ffffff'],
    ['rgb(10, 20, 30)', '#ffffff'],
    ['nonsense', '#ffffff'],
  ])('writes on %s in %s', (ground, ink) => {
    expect(readableOn(ground)).toBe(ink);
  });

  it('leaves a contrast of at least 4.5 on every ground', () => {
    for (let part = 0; part < 256; part++) {
      const ground = `rgb(${part}, ${255 - part}, ${(part * 7) % 256})`;
      expect(contrastRatio(ground, readableOn(ground))).toBeGreaterThan(4.5);
    }
  });
});

describe('readableInk', () => {
  it.each([
    ['#73BF69', '#424242'],
    ['#548331', '#ffffff'],
  ])('of %s on %s has a contrast of 4.5, not almost', (color, ground) => {
    const parts = (text: string) =>
      rgbOf(text)!.map(value => {
        const share = value / 255;
        return share <= 0.03928
          ? share / 12.92
          : ((share + 0.055) / 1.055) ** 2.4;
      });
    const light = (text: string) => {
      const [red, green, blue] = parts(text);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const both = [light(readableInk(color, ground, 4.5)), light(ground)];
    expect(Math.max(...both) / Math.min(...both)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('rgbOf', () => {
  it.each([
    ['#fff', [255, 255, 255]],
    ['#0a141e80', [10, 20, 30]],
    ['rgba(1, 2, 3, 0.4)', [1, 2, 3]],
    ['tomato', undefined],
  ])('reads %s', (color, parts) => {
    expect(rgbOf(color)).toEqual(parts);
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
