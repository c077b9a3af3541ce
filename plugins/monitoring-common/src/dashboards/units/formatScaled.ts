import { FormattedValue } from './FormattedValue';
import { toFixed } from './toFixed';

const DECIMAL_PREFIXES = [
  'f',
  'p',
  'n',
  'µ',
  'm',
  '',
  'k',
  'M',
  'G',
  'T',
  'P',
  'E',
  'Z',
  'Y',
];
const BINARY_PREFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const NO_PREFIX = DECIMAL_PREFIXES.indexOf('');

/**
 * Divides a value by the largest power of `factor` that leaves at least 1.
 *
 * @param suffixes - one for each power, ascending
 * @param start - position in `suffixes` of the power in which the value is given
 */
export function formatScaled(
  value: number,
  decimals: number | undefined,
  factor: number,
  suffixes: string[],
  start = 0,
): FormattedValue {
  if (!Number.isFinite(value)) {
    return { text: toFixed(value) };
  }
  const magnitude =
    value === 0
      ? 0
      : Math.floor(Math.log10(Math.abs(value)) / Math.log10(factor));
  const position = Math.min(
    suffixes.length - 1,
    Math.max(0, start + magnitude),
  );
  const scaled = value / factor ** (position - start);
  return { text: toFixed(scaled, decimals), suffix: suffixes[position] };
}

/** With the prefixes f, p, n, µ, m, k, M, G, T, P, E, Z and Y. */
export function formatDecimalPrefix(
  value: number,
  decimals: number | undefined,
  symbol: string,
  power: number,
): FormattedValue {
  const suffixes = DECIMAL_PREFIXES.map(prefix => ` ${prefix}${symbol}`);
  return formatScaled(value, decimals, 1000, suffixes, NO_PREFIX + power);
}

/** With the prefixes Ki, Mi, Gi, Ti, Pi, Ei, Zi and Yi. */
export function formatBinaryPrefix(
  value: number,
  decimals: number | undefined,
  symbol: string,
  power: number,
): FormattedValue {
  const suffixes = BINARY_PREFIXES.map(prefix => ` ${prefix}${symbol}`);
  return formatScaled(value, decimals, 1024, suffixes, power);
}

/** Abbreviated by K, M, B and T. */
export function formatCount(
  value: number,
  decimals: number | undefined,
  symbol: string,
): FormattedValue {
  const suffixes = ['', 'K', 'M', 'B', 'T'].map(letter => `${letter}${symbol}`);
  return formatScaled(value, decimals, 1000, suffixes);
}

/** The power of 1,000 that a prefix stands for; 0 when it is none. */
export function prefixPower(prefix: string): number {
  const position = DECIMAL_PREFIXES.findIndex(
    one => one.normalize('NFKD') === prefix.normalize('NFKD'),
  );
  return position < 0 ? 0 : position - NO_PREFIX;
}
