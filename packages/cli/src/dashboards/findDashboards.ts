/** What a dashboard of one of the schemas has at least one of. */
const PARTS = ['panels', 'rows', 'elements', 'layout', 'templating'];

/** Lists in lists beyond it are no dashboards. */
const DEEPEST = 3;

/**
 * The dashboards of a file: one, a list of them, or one of Grafana's answers that hold some. Each
 * as it stands there, with what is around it.
 */
export function findDashboards(json: unknown, depth: number = 0): unknown[] {
  if (Array.isArray(json)) {
    return depth < DEEPEST
      ? json.flatMap(one => findDashboards(one, depth + 1))
      : [];
  }
  if (typeof json !== 'object' || json === null) {
    return [];
  }
  const { items, dashboard, spec } = json as Record<string, unknown>;
  if (Array.isArray(items)) {
    return findDashboards(items, depth + 1);
  }
  return [json, dashboard, spec].some(isDashboard) ? [json] : [];
}

function isDashboard(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    PARTS.some(part => Object.hasOwn(json, part))
  );
}
