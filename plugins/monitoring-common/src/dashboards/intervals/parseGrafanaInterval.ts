const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_592_000_000,
  y: 31_536_000_000,
};

/**
 * Milliseconds of an interval as Grafana writes it: `15s`, `1m`, `2m30s`, `1.5h`, `15` (seconds).
 * The older `>15s` is understood too.
 *
 * @returns undefined when the text is no interval or not longer than nothing
 * @public
 */
export function parseGrafanaInterval(text: string): number | undefined {
  const trimmed = text.trim().replace(/^>/, '');
  if (/^\d+$/.test(trimmed)) {
    return Number(trimmed) * 1_000 || undefined;
  }
  if (!/^(\d+(\.\d+)?(ms|[smhdwMy]))+$/.test(trimmed)) {
    return undefined;
  }
  let sum = 0;
  for (const [, count, unit] of trimmed.matchAll(
    /(\d+(?:\.\d+)?)(ms|[smhdwMy])/g,
  )) {
    sum += Number(count) * UNITS[unit];
  }
  return sum || undefined;
}
