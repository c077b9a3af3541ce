import { reduceField } from './reduceField';

/**
 * One figure for a whole series of numbers; see {@link reduceField}.
 *
 * @param values - of one series, in the order of time
 * @param calculation - `lastNotNull`, `mean`, `max`, `p95`, …
 * @returns undefined when there is no such figure, or the calculation is unknown
 * @public
 */
export function reduceValues(
  values: readonly (number | null)[],
  calculation: string,
): number | undefined {
  const reduced = reduceField({ type: 'number', values }, calculation);
  return typeof reduced === 'number' ? reduced : undefined;
}
