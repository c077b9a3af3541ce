/** Whether an upstream's value is a map of texts, as labels are. */
export function areTexts(value: unknown): value is Record<string, string> {
  return isMap(value) && Object.values(value).every(isText);
}

/** The entries of an upstream's map that are texts; none when it is no map. */
export function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).filter(
      (entry): entry is [string, string] => isText(entry[1]),
    ),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
