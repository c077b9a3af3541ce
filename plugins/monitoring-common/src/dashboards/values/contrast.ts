import { hexOf, Rgb, rgbOf } from './mixColors';

/** Finer than the eye. */
const STEP = 0.04;

/**
 * How well two colours can be told apart: 1 (the same) to 21 (black on white), by WCAG 2.
 *
 * @returns 1 for colours that cannot be read
 * @public
 */
export function contrastRatio(one: string, other: string): number {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  if (!a || !b) {
    return 1;
  }
  const [darker, lighter] = [luminance(a), luminance(b)].sort(
    (left, right) => left - right,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * Black or white, whichever can be read better on a ground.
 *
 * @param ground - a colour of CSS; one that cannot be read is taken for a dark one
 * @public
 */
export function readableOn(ground: string): '#000000' | '#ffffff' {
  return contrastRatio(ground, '#000000') >= contrastRatio(ground, '#ffffff') &&
    rgbOf(ground)
    ? '#000000'
    : '#ffffff';
}

/**
 * A colour of the same hue that can be read on a ground: as it is when it can, else as much lighter
 * or darker as it has to be.
 *
 * @param contrast - at least this: 4.5 for text, 3 for large text and for marks
 * @public
 */
export function readableInk(
  color: string,
  ground: string,
  contrast: number,
): string {
  const rgb = rgbOf(color);
  if (!rgb || contrastRatio(color, ground) >= contrast) {
    return color;
  }
  const end = readableOn(ground) === '#ffffff' ? 255 : 0;
  for (let share = STEP; share < 1; share += STEP) {
    const mixed = hexOf(rgb.map(value => value + (end - value) * share) as Rgb);
    if (contrastRatio(mixed, ground) >= contrast) {
      return mixed;
    }
  }
  return end ? '#ffffff' : '#000000';
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(value => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
