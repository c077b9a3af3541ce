function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, entry]) => [key, sorted(entry)]),
    );
  }
  return value;
}

/** Indented JSON with sorted keys, so that two texts can be laid side by side. */
export function readableJson(value: unknown): string {
  return JSON.stringify(sorted(value), undefined, 2);
}
