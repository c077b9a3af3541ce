import { PackAlert, PackContext } from './MonitoringPack';

/** In seconds. */
const FOR = 300;

/**
 * The companion of alerts that fall silent with their metric: fires when none of an entity's series
 * of that metric has been there for 10 minutes, whether they vanished or never came.
 *
 * @param options - `series` is a series selector with the entity's matchers, such as
 *   `up{service="a"}`; several are joined by `or` inside `present`
 * @public
 */
export function metricsMissingAlert(
  context: PackContext,
  options: {
    /** Unique over all packs: `MediaIngestorMetricsMissing`. */
    name: string;
    /** Instant vectors of which one must be there. */
    series: string[];
    /** Which alerts cannot fire meanwhile, as a part of a sentence: `of its uploads`. */
    blindTo: string;
    panel?: PackAlert['panel'];
  },
): PackAlert {
  const present = options.series
    .map(series => `last_over_time(${series}[10m])`)
    .join(' or ');
  return {
    name: options.name,
    expression: `absent(${present})`,
    operator: '>',
    threshold: 0,
    unit: 'number',
    for: FOR,
    severity: 'warning',
    summary: `${context.title} shows no metrics ${options.blindTo}`,
    description: `Prometheus has had none of the metrics ${options.blindTo} of ${context.title} for 10 minutes (absent: {{ $value }}); the alerts on them cannot fire.`,
    ...(options.panel ? { panel: options.panel } : {}),
  };
}
