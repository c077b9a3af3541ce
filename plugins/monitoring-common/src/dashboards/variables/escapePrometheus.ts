const SPECIAL = /[$^*{}[\]+?.()|]/g;

/** Of one value, inside a PromQL string that is compared with `=`. */
export function escapePrometheusText(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/'/g, "\\\\'");
}

/**
 * Of one value, inside a PromQL string that is compared with `=~`: backslashes are doubled
 * because the string is unescaped before the regular expression is read.
 */
export function escapePrometheusRegex(value: string): string {
  return value.replace(/\\/g, '\\\\\\\\').replace(SPECIAL, '\\\\$&');
}

/**
 * How Grafana writes a variable into PromQL when the author names no format.
 *
 * @param isRegex - whether the variable may have several values or all
 */
export function formatForPrometheus(
  value: string | string[],
  isRegex: boolean,
): string {
  if (!Array.isArray(value)) {
    return isRegex ? escapePrometheusRegex(value) : escapePrometheusText(value);
  }
  const escaped = value.map(escapePrometheusRegex);
  return escaped.length === 1 ? escaped[0] : `(${escaped.join('|')})`;
}
