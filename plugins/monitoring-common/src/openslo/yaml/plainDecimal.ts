const NUMBER = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,3}))?$/;

/** Longest text, and largest exponent: nobody means more. */
const LONGEST = 40;
const LARGEST_EXPONENT = 30;

/**
 * A number as decimal text without exponent and without needless zeros, digit by digit: `0.9990`
 * and `999e-3` are `0.999`.
 *
 * @returns `undefined` when it is no decimal number, or absurdly long
 */
export function plainDecimal(text: string): string | undefined {
  const match = NUMBER.exec(text);
  if (
    !match ||
    text.length > LONGEST ||
    !/\d/.test(match[2] + (match[3] ?? ''))
  ) {
    return undefined;
  }
  const [, sign, whole, decimals = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > LARGEST_EXPONENT) {
    return undefined;
  }
  const digits = `${whole}${decimals}`;
  const point = whole.length + exponent;
  const padded =
    point < 0
      ? '0'.repeat(-point) + digits
      : digits.padEnd(Math.max(point, digits.length), '0');
  const at = Math.max(point, 0);
  const front = padded.slice(0, at).replace(/^0+/, '') || '0';
  const back = padded.slice(at).replace(/0+$/, '');
  const result = back ? `${front}.${back}` : front;
  return sign === '-' && result !== '0' ? `-${result}` : result;
}
