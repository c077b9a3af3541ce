import { RuleGroup } from '../../rules/types';
import { calendarRules } from './calendarRules';
import { calendarLabels } from './calendarSeries';
import { ruleGroups } from './ruleGroups';
import { SliRecording } from './sliRecordings';

/** The groups that say when calendar windows began: one for the shared rules, one for each entity with own. */
export function calendarGroups(recordings: SliRecording[]): RuleGroup[] {
  const byOwner = new Map<string, SliRecording[]>();
  for (const recording of recordings) {
    const { entity = 'shared', environment } = calendarLabels(
      recording.subject,
    );
    const owner = environment ? `${entity}@${environment}` : entity;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), recording]);
  }
  return [...byOwner].flatMap(([owner, ofOwner]) => {
    const windows = ofOwner
      .flatMap(({ slos }) => slos.map(({ window }) => window))
      .flatMap(window => (window.type === 'calendar' ? [window] : []));
    return ruleGroups(
      `sightline:slo:${owner}:calendar`,
      calendarRules(ofOwner[0].subject, windows),
    );
  });
}
