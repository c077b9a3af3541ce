/**
 * A time of a source as ISO 8601 in UTC, so that texts of servers in other zones can be compared.
 *
 * @returns `undefined` for what is no time, and for year 1, which says that there is none
 */
export function utcMoment(text: unknown): string | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  const time = Date.parse(text);
  if (!(time > 0)) {
    return undefined;
  }
  return text.endsWith('Z') ? text : new Date(time).toISOString();
}

/** The first of some times as {@link utcMoment} answers them; `undefined` when there is none. */
export function earliest(moments: (string | undefined)[]): string | undefined {
  return moments
    .filter(moment => moment !== undefined)
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
