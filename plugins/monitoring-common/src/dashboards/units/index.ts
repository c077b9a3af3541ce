export * from './FormattedValue';
export * from './formatValue';
