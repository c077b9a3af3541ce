/**
 * Round figures from 0 to at least `max`, four or five of them.
 *
 * @param max - 0 or more
 */
export function niceTicks(max: number): number[] {
  if (!(max > 0)) {
    return [0, 1];
  }
  const power = 10 ** Math.floor(Math.log10(max / 3));
  const step =
    [1, 2, 5, 10].map(one => one * power).find(one => max / one <= 4) ??
    10 * power;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
