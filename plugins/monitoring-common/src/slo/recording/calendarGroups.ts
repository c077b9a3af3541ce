import { RuleGroup } from '../../rules/types';
import { groupBy } from '../groupBy';
import { calendarRules } from './calendarRules';
import { calendarLabels } from './calendarSeries';
import { ruleGroups } from './ruleGroups';
import { SliRecording } from './sliRecordings';

/** The groups that say when calendar windows began: one for the shared rules, one for each entity with own. */
export function calendarGroups(recordings: SliRecording[]): RuleGroup[] {
  const byOwner = groupBy(recordings, ({ subject }) => {
    const { entity = 'shared', environment } = calendarLabels(subject);
    return environment ? `${entity}@${environment}` : entity;
  });
  return byOwner.flatMap(([owner, ofOwner]) => {
    const windows = ofOwner
      .flatMap(({ slos }) => slos.map(({ window }) => window))
      .flatMap(window => (window.type === 'calendar' ? [window] : []));
    return ruleGroups(
      `sightline:slo:${owner}:calendar`,
      calendarRules(ofOwner[0].subject, windows),
    );
  });
}
