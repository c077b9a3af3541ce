import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';
import { HttpDialect } from './HttpDialect';

/** When the short form names no threshold. In seconds. */
const THRESHOLD = 0.5;

/**
 * What can be promised of HTTP requests in a dialect: that they succeed and, where there are
 * buckets, that they are fast.
 *
 * @param pack - id of the pack that offers it
 * @public
 */
export function httpSlis(dialect: HttpDialect, pack: string): SliTemplate[] {
  const { count, matchers, failed, duration } = dialect;
  const events = (...more: (string | undefined)[]) =>
    `increase(${count}{${['$selector', matchers, ...more]
      .filter(Boolean)
      .join(', ')}}[$window])`;
  const slis: SliTemplate[] = [
    {
      id: `${pack}:availability`,
      title: 'Requests not answered with 5xx',
      serves: ['availability', 'errors'],
      sli: { type: 'ratio', bad: events(failed), total: events() },
    },
  ];
  if (duration?.kind === 'histogram') {
    slis.push({
      id: `${pack}:latency`,
      title: 'Requests answered fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: duration.metric,
        ...(matchers ? { matchers } : {}),
        ...(duration.unitSeconds === 1
          ? {}
          : { unitSeconds: duration.unitSeconds }),
        thresholdSeconds: THRESHOLD,
      },
    });
  }
  return slis;
}
