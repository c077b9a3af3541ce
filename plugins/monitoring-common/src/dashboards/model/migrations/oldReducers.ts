import { JsonObject } from '@backstage/types';

/** What a calculation was called before Grafana 7. */
const FORMER: Record<string, string> = {
  current: 'lastNotNull',
  avg: 'mean',
  total: 'sum',
};

const REDUCERS = new Set([
  'lastNotNull',
  'last',
  'firstNotNull',
  'first',
  'min',
  'max',
  'mean',
  'median',
  'variance',
  'sum',
  'count',
  'range',
  'delta',
  'step',
  'diff',
  'diffperc',
  'logmin',
  'stdDev',
  'allIsZero',
  'allIsNull',
  'changeCount',
  'distinctCount',
]);

/** The calculation's present name; undefined when there is none of that name. */
export function presentReducer(name: string | undefined): string | undefined {
  if (name !== undefined && Object.hasOwn(FORMER, name)) {
    return FORMER[name];
  }
  return name !== undefined && REDUCERS.has(name) ? name : undefined;
}

/** The calculations that a legend of a former graph shows, in its order. */
export function legendReducers(legend: JsonObject): string[] {
  return Object.entries(legend).flatMap(([name, isShown]) =>
    isShown ? presentReducer(name) ?? [] : [],
  );
}
