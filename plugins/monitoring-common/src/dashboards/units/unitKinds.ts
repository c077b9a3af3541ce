const DATE_UNITS = new Set([
  'dateTimeAsIso',
  'dateTimeAsIsoNoDateIfToday',
  'dateTimeAsUS',
  'dateTimeAsUSNoDateIfToday',
  'dateTimeAsLocal',
  'dateTimeAsLocalNoDateIfToday',
  'dateTimeFromNow',
  'dateTimeAsSystem',
]);

/** Whether values in the unit are moments. */
export function isDateUnit(unit: string): boolean {
  return DATE_UNITS.has(unit) || unit.startsWith('time:');
}

/** Whether values in the unit are one of two words. */
export function isBooleanUnit(unit: string): boolean {
  return (
    unit === 'bool' ||
    unit === 'bool_yes_no' ||
    unit === 'bool_on_off' ||
    unit.startsWith('bool:')
  );
}
