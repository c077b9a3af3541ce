/** CRC-32 as gzip has it: the bits of a polynomial are in reversed order. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const ONE_BYTE = 0x00800000;

/** The product of two polynomials over GF(2), modulo that of the checksum. */
function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (a & bit) {
      product ^= shifted;
    }
    shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
  }
  return product >>> 0;
}

/**
 * What a checksum is multiplied with when bytes follow: `x^(8 · length)`.
 *
 * @param length - of what follows, in bytes
 * @see {@link joinCrc32}
 */
export function crc32Shift(length: number): number {
  let power = ONE_BYTE;
  let shift = ONE;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      shift = multiply(shift, power);
    }
    power = multiply(power, power);
  }
  return shift >>> 0;
}

/**
 * The checksum of two texts one after the other, without reading them again.
 *
 * @param second - with the shift by its length, from {@link crc32Shift}
 */
export function joinCrc32(
  first: number,
  second: { crc: number; shift: number },
): number {
  return (multiply(second.shift, first) ^ second.crc) >>> 0;
}
