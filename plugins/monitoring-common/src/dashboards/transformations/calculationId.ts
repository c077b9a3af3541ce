const ALIASES: Record<string, string> = {
  current: 'lastNotNull',
  avg: 'mean',
  total: 'sum',
};

const KNOWN = new Set(
  (
    'lastNotNull last firstNotNull first min max mean median variance stdDev sum count countAll ' +
    'range delta step diff logmin allIsZero allIsNull changeCount distinctCount diffperc ' +
    'allValues uniqueValues'
  ).split(' '),
);

/** The id of a calculation, of its former ones too; undefined when there is none of that name. */
export function calculationId(written: string): string | undefined {
  const id = Object.hasOwn(ALIASES, written) ? ALIASES[written] : written;
  return KNOWN.has(id) || /^p[1-9]\d?$/.test(id) ? id : undefined;
}
