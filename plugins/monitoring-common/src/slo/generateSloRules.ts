import { identityRef } from '../annotations/identity';
import { RuleGroup } from '../rules/types';
import { sliRecordingRules } from './sliRecordingRules';
import { sliSeriesId } from './sliSeriesId';
import { sloAlertRules } from './sloAlertRules';
import { SloRuleOptions } from './SloRuleOptions';
import { Slo } from './types';

/**
 * Prometheus rules of SLOs: one group of recording rules per SLI (bad and total events, never
 * ratios), one group of burn-rate alerts per SLO. Group names, alert names and labels do not
 * change when objective, window, owner or texts do, so an edit keeps history and alert state.
 *
 * @param slos - resolved SLOs of any number of entities
 * @param options - texts of the alerts; per SLO when they differ
 * @public
 */
export function generateSloRules(
  slos: Slo[],
  options: SloRuleOptions | ((slo: Slo) => SloRuleOptions) = {},
): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const slo of slos) {
    const own = typeof options === 'function' ? options(slo) : options;
    const prefix = `sightline:slo:${identityRef(slo)}`;
    const interval = own.interval ? { interval: own.interval } : {};
    const recording = `${prefix}:sli:${sliSeriesId(slo)}`;
    if (!groups.has(recording)) {
      groups.set(recording, {
        name: recording,
        ...interval,
        rules: sliRecordingRules(slo),
      });
    }
    const alerts = sloAlertRules({
      slos: [slo],
      shared: false,
      optionsOf: () => own,
    });
    if (alerts.length > 0) {
      const name = `${prefix}:burn:${slo.id}`;
      groups.set(name, { name, ...interval, rules: alerts });
    }
  }
  return [...groups.values()];
}
