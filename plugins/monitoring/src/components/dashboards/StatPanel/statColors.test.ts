import fc from 'fast-check';
import {
  contrastRatio,
  rgbOf,
} from '@sightline/backstage-plugin-monitoring-common';
import { changeColor, statColors } from './statColors';

const LOOKS = {
  dark: {
    theme: 'dark',
    ground: '#424242',
    text: '#ffffff',
    subtle: '#cccccc',
  },
  light: {
    theme: 'light',
    ground: '#ffffff',
    text: '#000000',
    subtle: '#333333',
  },
} as const;

const colors = fc
  .tuple(
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 255 }),
  )
  .map(parts => `rgb(${parts.join(', ')})`);

describe('statColors', () => {
  it.each(['dark', 'light'] as const)(
    'can be read on every colour, as text and as ground, in the theme %s',
    theme => {
      const look = LOOKS[theme];
      fc.assert(
        fc.property(colors, color => {
          for (const mode of ['value', 'none'] as const) {
            expect(
              contrastRatio(statColors(color, mode, look).value, look.ground),
            ).toBeGreaterThanOrEqual(4.5);
          }
          const solid = statColors(color, 'background_solid', look);
          expect(
            contrastRatio(solid.value, solid.background!),
          ).toBeGreaterThanOrEqual(4.5);
          const tinted = statColors(color, 'background', look);
          for (const ground of tinted.background!.match(/#[0-9a-f]{6}/g)!) {
            expect(contrastRatio(tinted.value, ground)).toBeGreaterThanOrEqual(
              3,
            );
          }
        }),
      );
    },
  );

  it('leaves colours of CSS that it cannot read as they are', () => {
    expect(rgbOf('tomato')).toBeUndefined();
    expect(statColors('tomato', 'value', LOOKS.dark).value).toBe('tomato');
  });
});

describe('changeColor', () => {
  const plain = statColors('#5794F2', 'value', LOOKS.light);

  it('is good for a rise, or for a fall', () => {
    const rise = changeColor(5, 'standard', plain, LOOKS.light);
    expect(changeColor(-5, 'inverted', plain, LOOKS.light)).toBe(rise);
    expect(changeColor(-5, 'standard', plain, LOOKS.light)).not.toBe(rise);
  });

  it('is that of the figure where the author wants it, and on a colour', () => {
    expect(changeColor(5, 'same_as_value', plain, LOOKS.light)).toBe(
      plain.value,
    );
    const tinted = statColors('#5794F2', 'background', LOOKS.light);
    expect(changeColor(5, 'standard', tinted, LOOKS.light)).toBe(tinted.value);
  });
});
