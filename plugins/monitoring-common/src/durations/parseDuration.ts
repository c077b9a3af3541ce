const UNITS: Record<string, number> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
};

/**
 * Reads a duration as Prometheus writes it: `500ms`, `30s`, `1h30m`, `7d`; fractions such as
 * `1.5s` too.
 *
 * @returns seconds; `undefined` when it is no duration or not above zero
 * @public
 */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(text)) {
    return undefined;
  }
  let milliseconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)) {
    milliseconds += Number(count) * UNITS[unit] * 1_000;
  }
  const seconds = Math.round(milliseconds) / 1_000;
  return seconds > 0 ? seconds : undefined;
}
