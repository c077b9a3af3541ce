import { SourceHealth } from '@sightline/backstage-plugin-monitoring-common';

const WORST_FIRST: SourceHealth['state'][] = [
  'unreachable',
  'stale',
  'starting',
  'ok',
];

function worse(a: SourceHealth, b: SourceHealth): SourceHealth {
  return WORST_FIRST.indexOf(b.state) < WORST_FIRST.indexOf(a.state) ? b : a;
}

/** One entry per source, the worst of those that speak of it. */
export function mergeHealth(lists: SourceHealth[][]): SourceHealth[] {
  const bySource = new Map<string, SourceHealth>();
  for (const health of lists.flat()) {
    const known = bySource.get(health.source);
    bySource.set(health.source, known ? worse(known, health) : health);
  }
  return [...bySource.values()];
}
