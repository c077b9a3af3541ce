import {
  formatLabelMatchers,
  LabelMatcher,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  MetricProbe,
  MonitoringPack,
} from '@sightline/backstage-plugin-monitoring-node';

/** The label of the answer that names pack and probe. */
export const PROBE_LABEL = 'sightline_probe';

/** How a probe is named among those of all packs. */
export function probeKey(pack: string, probe: string): string {
  return `${pack}/${probe}`;
}

function countOf(
  key: string,
  probe: MetricProbe,
  selector: string,
  lookback: string,
): string {
  const matchers = [selector, probe.matchers].filter(Boolean).join(', ');
  return `label_replace(count(last_over_time(${probe.metric}{${matchers}}[${lookback}])), "${PROBE_LABEL}", "${key}", "", "")`;
}

/**
 * One instant query that answers which probes have series: one sample for each that has, with the
 * probe's key as a label.
 *
 * @param lookback - how old a sample may be, a Prometheus duration
 */
export function probeQuery(
  selector: readonly LabelMatcher[],
  packs: readonly MonitoringPack[],
  lookback: string,
): string {
  const text = formatLabelMatchers([...selector]);
  return packs
    .flatMap(({ id, probes = [] }) =>
      probes.map(probe =>
        countOf(probeKey(id, probe.id), probe, text, lookback),
      ),
    )
    .join(' or ');
}
