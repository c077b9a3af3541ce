import { RuleGroup } from '../rules/types';
import { groupBy } from './groupBy';
import { calendarGroups } from './recording/calendarGroups';
import { objectiveRule } from './recording/objectiveRule';
import { ruleGroups } from './recording/ruleGroups';
import { SliRecording, sliRecordings } from './recording/sliRecordings';
import { sliGroups } from './recording/sliGroups';
import { sloAlertRules } from './alerts/sloAlertRules';
import { SloRuleOptions } from './SloRuleOptions';
import { Slo } from './types';

/** Names of the groups that belong to an entity, or to none. */
function prefixOf({ subject }: SliRecording): string {
  return `sightline:slo:${subject.entity ?? 'shared'}`;
}

/** Objectives and alerts of the SLOs of one SLI: a group per SLO id. */
function alertGroups(
  recording: SliRecording,
  optionsOf: (slo: Slo) => SloRuleOptions,
): RuleGroup[] {
  const shared = recording.subject.entity === undefined;
  return groupBy(recording.slos, slo => slo.id).flatMap(([id, slos]) => {
    const group = { slos, shared, optionsOf };
    const suffix = shared ? `:${recording.subject.sli}` : '';
    return ruleGroups(
      `${prefixOf(recording)}:burn:${id}${suffix}`,
      [objectiveRule(group), ...sloAlertRules(group)],
      optionsOf(slos[0]).interval,
    );
  });
}

/**
 * Prometheus rules of SLOs: groups of recording rules per SLI (bad and total events, never ratios),
 * a group of the objective and the alerts per SLO. SLOs of services that differ in nothing but the
 * name in their selector share the rules, see {@link sharesRules}; others have rules of their own.
 * The series recorded are the same.
 *
 * Group names, alert names and labels do not change when objective, window, owner or texts do, so an
 * edit keeps history and alert state. When a service joins others, the rules that name the members
 * change and no alert. The order of `slos` does not matter for shared rules.
 *
 * @param slos - resolved SLOs of any number of entities
 * @param options - texts of the alerts; per SLO when they differ
 * @returns groups of at most 20 rules, the default limit of Mimir's ruler
 * @throws `RangeError` for a calendar window in a time zone that is none
 * @public
 */
export function generateSloRules(
  slos: Slo[],
  options: SloRuleOptions | ((slo: Slo) => SloRuleOptions) = {},
): RuleGroup[] {
  const optionsOf = (slo: Slo) =>
    typeof options === 'function' ? options(slo) : options;
  const recordings = sliRecordings(slos, slo => optionsOf(slo).share ?? true);
  return [
    ...calendarGroups(recordings),
    ...recordings.flatMap(recording => [
      ...sliGroups(
        prefixOf(recording),
        recording,
        optionsOf(recording.slos[0]).interval,
      ),
      ...alertGroups(recording, optionsOf),
    ]),
  ];
}
