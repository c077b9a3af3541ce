import { CounterFamily, CounterSeries } from '../metrics';

/** A counter of each kind of outcome, labelled by `key`. */
export function outcomes<T extends string>(
  family: CounterFamily,
  labels: Record<string, string>,
  key: string,
  values: readonly T[],
) {
  const series = values.map(
    value => [value, family.with({ ...labels, [key]: value })] as const,
  );
  return Object.fromEntries(series) as Record<T, CounterSeries>;
}
