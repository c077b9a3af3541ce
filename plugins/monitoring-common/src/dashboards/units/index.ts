export * from './FormattedValue';
export * from './formatValue';
export type { FormatOptions } from './formatDate';
