import { COUNT_UNITS } from './countUnits';
import { CURRENCIES } from './currencies';
import { formatClock, formatClockParts, formatWords } from './formatClock';
import { formatDate, formatDatePattern } from './formatDate';
import { FormattedValue } from './FormattedValue';
import {
  formatBinaryPrefix,
  formatCount,
  formatDecimalPrefix,
  formatScaled,
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
 * @param timeZone - IANA name, for units that are moments
 * @public
 */
export function formatValue(
  value: number,
  unit: string = 'none',
  decimals?: number,
  timeZone: string = 'UTC',
): FormattedValue {
  const special = formatSpecial(value, unit, decimals, timeZone);
  if (special) {
    return special;
  }
  if (unit in PLAIN_UNITS) {
    return { text: toFixed(value, decimals), suffix: PLAIN_UNITS[unit] };
  }
  if (unit in DECIMAL_UNITS) {
    return formatDecimalPrefix(value, decimals, ...DECIMAL_UNITS[unit]);
  }
  if (unit in BINARY_UNITS) {
    return formatBinaryPrefix(value, decimals, ...BINARY_UNITS[unit]);
  }
  if (unit in COUNT_UNITS) {
    return formatCount(value, decimals, ` ${COUNT_UNITS[unit]}`);
  }
  if (isTimeSpanUnit(unit)) {
    return formatTimeSpan(value, unit, decimals);
  }
  if (unit in CURRENCIES) {
    return formatCurrency(value, decimals, ...CURRENCIES[unit]);
  }
  return (
    formatCustom(value, unit, decimals, timeZone) ?? {
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
  timeZone: string,
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
    case 'dateTimeAsIso':
    case 'dateTimeAsIsoNoDateIfToday':
    case 'dateTimeAsSystem':
      return { text: formatDate(value, 'iso', timeZone) };
    case 'dateTimeAsLocal':
    case 'dateTimeAsLocalNoDateIfToday':
      return { text: formatDate(value, 'local', timeZone) };
    case 'dateTimeAsUS':
    case 'dateTimeAsUSNoDateIfToday':
      return { text: formatDate(value, 'american', timeZone) };
    default:
      return unit in BOOLEANS
        ? { text: BOOLEANS[unit][value ? 0 : 1] }
        : undefined;
  }
}

/** Units that the dashboard's author wrote: `suffix:rps`, `si:mF`, `currency:kr`, … */
function formatCustom(
  value: number,
  unit: string,
  decimals: number | undefined,
  timeZone: string,
): FormattedValue | undefined {
  const colon = unit.indexOf(':');
  const kind = unit.slice(0, Math.max(0, colon));
  const text = unit.slice(colon + 1);
  switch (kind) {
    case 'time':
      return { text: formatDatePattern(value, text, timeZone) };
    case 'suffix':
      return { text: toFixed(value, decimals), suffix: ` ${text}` };
    case 'prefix':
      return { text: toFixed(value, decimals), prefix: text };
    case 'count':
      return formatCount(value, decimals, ` ${text}`);
    case 'currency':
      return formatCurrency(value, decimals, text, 'prefix');
    case 'bool': {
      const [yes, no = ''] = text.split('/');
      return { text: value ? yes : no };
    }
    case 'si': {
      const power = ['f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G'].indexOf(
        text[0],
      );
      return power >= 0 && text.length > 1
        ? formatDecimalPrefix(value, decimals, text.slice(1), power - 5)
        : formatDecimalPrefix(value, decimals, text, 0);
    }
    default:
      return undefined;
  }
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
