import { Rgb, rgbOf } from './mixColors';

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

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(value => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return Number((0.2126 * red + 0.7152 * green + 0.0722 * blue).toFixed(3));
}
