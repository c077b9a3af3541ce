import { NARROW_SPACE } from './characters';
import { formatNumber } from './formatNumber';
import { formatPercent } from './formatPercent';

/** How the value of an alert is written. */
export type ValueUnit = 'percent' | 'seconds' | 'bytes' | 'number';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** A measured value in a unit for people: `8.2 %`, `612 ms`, `1.5 GiB`, `18,420`. */
export function formatValue(
  value: number | undefined,
  unit: ValueUnit = 'number',
): string {
  if (value === undefined || !Number.isFinite(value)) {
    return formatNumber(value);
  }
  switch (unit) {
    case 'percent':
      return formatPercent(value);
    case 'seconds':
      return Math.abs(value) < 1
        ? `${formatNumber(value * 1000)}${NARROW_SPACE}ms`
        : `${formatNumber(value)}${NARROW_SPACE}s`;
    case 'bytes':
      return formatBytes(value);
    default:
      return formatNumber(value);
  }
}

function formatBytes(value: number): string {
  const magnitude = Math.abs(value);
  const step =
    magnitude < 1024 ? 0 : Math.floor(Math.log2(magnitude) / Math.log2(1024));
  const power = Math.min(step, BYTE_UNITS.length - 1);
  const scaled = formatNumber(value / 1024 ** power);
  return `${scaled}${NARROW_SPACE}${BYTE_UNITS[power]}`;
}
