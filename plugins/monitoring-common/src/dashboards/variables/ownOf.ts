/** What a record holds itself, and not what every object has. */
export function ownOf<T>(
  values: Record<string, T> | undefined,
  name: string,
): T | undefined {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}
