/**
 * A number in [0, 1) that looks random and depends on nothing but its arguments: 32-bit
 * multiply-and-xor mixing.
 */
export function noise(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ index;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

/** `noise` drawn as a line: moves smoothly between points that are `period` apart. */
export function smoothNoise(
  seed: number,
  time: number,
  period: number,
): number {
  const index = Math.floor(time / period);
  const share = time / period - index;
  return noise(seed, index) * (1 - share) + noise(seed, index + 1) * share;
}
