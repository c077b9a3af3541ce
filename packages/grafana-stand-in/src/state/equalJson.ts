import { isDeepStrictEqual } from 'node:util';

/** Whether two JSON values are equal, whatever the order of their keys. */
export function equalJson(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(left, right);
}

/** The value with all keys in alphabetical order, as Grafana stores dashboards and rule models. */
export function sortKeys<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(sortKeys) as T;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, entry]) => [key, sortKeys(entry)]),
    ) as T;
  }
  return value;
}
