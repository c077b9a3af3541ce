import { COUNT_UNITS } from './countUnits';
import { CURRENCIES } from './currencies';
import { formatClock, formatClockParts, formatWords } from './formatClock';
import { formatDate, formatDatePattern, FormatOptions } from './formatDate';
import { FormattedValue } from './FormattedValue';
import {
  formatBinaryPrefix,
  formatCount,
  formatDecimalPrefix,
  formatScaled,
  prefixPower,
} from './formatScaled';
import { formatTimeSpan, isTimeSpanUnit } from './formatTimeSpan';
import { PLAIN_UNITS } from './plainUnits';
import { BINARY_UNITS, DECIMAL_UNITS } from './prefixedUnits';
import { toFixed } from './toFixed';

const SHORT_SUFFIXES = [
  '',
  ' K',
  ' Mil',
  ' Bil',
  ' Tri',
  ' Quadr',
  ' Quint',
  ' Sext',
  ' Sept',
];

const BOOLEANS: Record<string, [yes: string, no: string]> = {
  bool: ['True', 'False'],
  bool_yes_no: ['Yes', 'No'],
  bool_on_off: ['On', 'Off'],
};

/**
 * A value as Grafana writes it.
 *
 * @param unit - id of one of Grafana's units; an unknown one is written behind the value
 * @param decimals - exactly so many; absent means three significant digits
 * @public
 */
export function formatValue(
  value: number,
  unit: string = 'none',
  decimals?: number,
  options: FormatOptions = {},
): FormattedValue {
  if (unit === 'farenheit') {
    return formatValue(value, 'fahrenheit', decimals, options);
  }
  const special = formatSpecial(value, unit, decimals, options);
  if (special) {
    return special;
  }
  if (Object.hasOwn(PLAIN_UNITS, unit)) {
    const suffix = PLAIN_UNITS[unit];
    return { text: toFixed(value, decimals), ...(suffix && { suffix }) };
  }
  if (Object.hasOwn(DECIMAL_UNITS, unit)) {
    return formatDecimalPrefix(value, decimals, ...DECIMAL_UNITS[unit]);
  }
  if (Object.hasOwn(BINARY_UNITS, unit)) {
    return formatBinaryPrefix(value, decimals, ...BINARY_UNITS[unit]);
  }
  if (Object.hasOwn(COUNT_UNITS, unit)) {
    return formatCount(value, decimals, ` ${COUNT_UNITS[unit]}`);
  }
  if (isTimeSpanUnit(unit)) {
    return formatTimeSpan(value, unit, decimals);
  }
  if (Object.hasOwn(CURRENCIES, unit)) {
    return formatCurrency(value, decimals, ...CURRENCIES[unit]);
  }
  return (
    formatCustom(value, unit, decimals, options) ?? {
      text: toFixed(value, decimals),
      suffix: ` ${unit}`,
    }
  );
}

/**
 * The parts of a formatted value as one text.
 *
 * @public
 */
export function formattedText(value: FormattedValue): string {
  return `${value.prefix ?? ''}${value.text}${value.suffix ?? ''}`;
}

function formatSpecial(
  value: number,
  unit: string,
  decimals: number | undefined,
  options: FormatOptions,
): FormattedValue | undefined {
  switch (unit) {
    case 'short':
      return formatScaled(value, decimals, 1000, SHORT_SUFFIXES);
    case 'percentunit':
      return { text: toFixed(value * 100, decimals), suffix: '%' };
    case 'locale':
      return { text: formatGrouped(value, decimals) };
    case 'string':
      return { text: String(value) };
    case 'hex':
      return { text: toHex(value, decimals, '') };
    case 'hex0x':
      return { text: toHex(value, decimals, '0x') };
    case 'sci':
      return { text: value.toExponential(decimals) };
    case 'pressurepsi':
      return formatScaled(value, decimals, 1000, ['psi', 'ksi', 'Mpsi']);
    case 'dthms':
      return formatClock(value, false);
    case 'dtdhms':
      return formatClock(value, true);
    case 'dtdurationms':
      return formatWords(value, decimals);
    case 'dtdurations':
      return value === 0
        ? { text: '0', suffix: ' seconds' }
        : formatWords(value * 1000, decimals);
    case 'clockms':
      return formatClockParts(value, decimals);
    case 'clocks':
      return formatClockParts(value * 1000, decimals);
    case 'timeticks':
      return formatTimeSpan(value / 100, 's', decimals);
    default: {
      const date = formatDate(value, unit, options);
      if (date !== undefined) {
        return { text: date };
      }
      return Object.hasOwn(BOOLEANS, unit)
        ? { text: BOOLEANS[unit][value ? 0 : 1] }
        : undefined;
    }
  }
}

/** Units that the dashboard's author wrote: `suffix:rps`, `si:mF`, `currency:kr`, … */
function formatCustom(
  value: number,
  unit: string,
  decimals: number | undefined,
  options: FormatOptions,
): FormattedValue | undefined {
  const colon = unit.indexOf(':');
  const kind = unit.slice(0, Math.max(0, colon));
  const text = unit.slice(colon + 1);
  switch (kind) {
    case 'time':
      return { text: formatDatePattern(value, text, options.timeZone) };
    case 'suffix':
      return {
        text: toFixed(value, decimals),
        ...(text && { suffix: ` ${text}` }),
      };
    case 'prefix':
      return { text: toFixed(value, decimals), ...(text && { prefix: text }) };
    case 'count':
      return formatCount(value, decimals, ` ${text}`);
    case 'currency':
      return formatCustomCurrency(value, decimals, text);
    case 'bool': {
      const [yes, ...no] = text.split('/');
      return { text: value ? yes : no.join('/') || (no.length ? '' : '-') };
    }
    case 'si': {
      const power = prefixPower(text.charAt(0));
      return formatDecimalPrefix(
        value,
        decimals,
        power === 0 ? text : text.slice(1),
        power,
      );
    }
    default:
      return undefined;
  }
}

/** `kr`, or in full: `financial:€`, `financial:kr:suffix`. */
function formatCustomCurrency(
  value: number,
  decimals: number | undefined,
  text: string,
): FormattedValue {
  const [kind, symbol, place] = text.split(':');
  if (kind !== 'financial' || symbol === undefined) {
    return formatCurrency(value, decimals, text, 'prefix');
  }
  if (!symbol) {
    return { text: toFixed(value, decimals) };
  }
  const written = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: Math.min(20, Math.max(0, decimals ?? 0)),
    maximumFractionDigits: Math.min(20, Math.max(0, decimals ?? 1)),
  }).format(value);
  return place === 'suffix'
    ? { text: written, prefix: '', suffix: symbol }
    : { text: written, prefix: symbol, suffix: '' };
}

function formatCurrency(
  value: number,
  decimals: number | undefined,
  symbol: string,
  place: 'prefix' | 'suffix',
): FormattedValue {
  const sign = value < 0 ? '-' : '';
  const isBefore = place === 'prefix';
  const { text, suffix } = formatCount(
    Math.abs(value),
    decimals,
    isBefore ? '' : symbol,
  );
  return { text, prefix: isBefore ? `${sign}${symbol}` : sign, suffix };
}

function formatGrouped(value: number, decimals = 3): string {
  return new Intl.NumberFormat('en-US', {
    maximumFractionDigits: Math.min(20, Math.max(0, decimals)),
  }).format(value);
}

function toHex(value: number, decimals: number | undefined, start: string) {
  const number = Number(toFixed(value, decimals));
  const sign = number < 0 ? '-' : '';
  return `${sign}${start}${Math.abs(number).toString(16).toUpperCase()}`;
}
