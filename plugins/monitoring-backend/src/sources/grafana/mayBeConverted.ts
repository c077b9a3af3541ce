/** What Grafana 12.4 writes when it converts, and the types of it. */
const ALWAYS: Record<string, string> = {
  editable: 'boolean',
  fiscalYearStartMonth: 'number',
  graphTooltip: 'number',
  preload: 'boolean',
  refresh: 'string',
  time: 'object',
};

/** The version of the first schema that Grafana converts to. */
const CONVERTED_TO = 42;

/**
 * Whether Grafana's first form of a dashboard may have been made from the second schema on reading,
 * of which it keeps no tabs (recording `apis-dashboards`). Versions that cannot convert it yet keep
 * no panel of it.
 *
 * @remarks
 * Nothing else in this answer tells it, but Grafana's other API does. What a person saved has an
 * empty list or object for what it has none of, and a conversion leaves it out: so the usual
 * dashboard is known at once, and one that happens to look converted costs another request.
 */
export function mayBeConverted(dashboard: Record<string, unknown>): boolean {
  const { panels, rows, schemaVersion, links, templating, timepicker } =
    dashboard;
  if (![panels, rows].some(list => Array.isArray(list) && list.length > 0)) {
    return true;
  }
  return (
    Number(schemaVersion) >= CONVERTED_TO &&
    Object.entries(ALWAYS).every(
      ([name, type]) => typeof dashboard[name] === type,
    ) &&
    ![links, timepicker, listOf(templating)].some(isEmpty)
  );
}

function listOf(holder: unknown): unknown {
  return (holder as { list?: unknown } | undefined | null)?.list;
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 0
  );
}
