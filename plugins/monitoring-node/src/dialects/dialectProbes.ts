import { MetricProbe } from '../packs';
import { DialectDuration } from './durationExpressions';
import { bucketsProbe } from './foundDuration';
import { MetricDialect } from './MetricDialect';

/**
 * What a pack looks for to know whether an entity speaks a dialect, and whether its buckets are
 * switched on.
 *
 * @public
 */
export function dialectProbes({
  id,
  title,
  count,
  tells,
  duration,
}: MetricDialect & { duration?: DialectDuration }): MetricProbe[] {
  const probes: MetricProbe[] = [
    { id, title, metric: count, ...(tells ? { matchers: tells } : {}) },
  ];
  if (duration?.otherwise) {
    const ownCount = `${duration.metric}_count` === count;
    probes.push({
      id: bucketsProbe(id),
      title: `${title}, buckets`,
      metric: `${duration.metric}_bucket`,
      ...(tells && ownCount ? { matchers: tells } : {}),
    });
  }
  return probes;
}
