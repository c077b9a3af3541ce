import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';

/**
 * Like `metricsMissingAlert`, for alerts that read several metrics: fires as soon as one of them is
 * gone, for then one of the alerts is blind.
 *
 * @param options - each of `series` is a series selector with the entity's matchers
 */
export function anyMetricMissingAlert(
  context: PackContext,
  options: Parameters<typeof metricsMissingAlert>[1],
): PackAlert {
  return {
    ...metricsMissingAlert(context, options),
    expression: options.series
      .map(series => `absent(last_over_time(${series}[10m]))`)
      .join(' or '),
    summary: `${context.title} lacks metrics ${options.blindTo}`,
    description: `Prometheus has lacked a metric ${options.blindTo} of ${context.title} for 10 minutes (absent: {{ $value }}); the alerts on it cannot fire.`,
  };
}
