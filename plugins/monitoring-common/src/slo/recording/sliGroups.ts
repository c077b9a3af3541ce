import { RuleGroup } from '../../rules/types';
import { burnRatePairs } from '../alerts/burnRatePairs';
import { longWindowRules, recordedShareRules } from './longWindowRules';
import { rawRecordingRules } from './rawRecordingRules';
import { LONGEST_RAW_WINDOW } from './recordedSeries';
import { recordedWindows } from './recordedWindows';
import { ruleGroups } from './ruleGroups';
import { SliRecording } from './sliRecordings';
import { windowRules } from './windowRules';

/** How often an SLO's whole window is summed. */
const WINDOW_INTERVAL = '5m';

/**
 * The groups that record one SLI: its events over the windows of the burn-rate pairs, and over the
 * SLO windows in use.
 *
 * @param prefix - of the groups' names
 * @param interval - of the first; absent for the server's own
 */
export function sliGroups(
  prefix: string,
  { subject, slos, raw }: SliRecording,
  interval?: string,
): RuleGroup[] {
  const isRaw = (window: number) => window <= LONGEST_RAW_WINDOW;
  const long = recordedWindows(slos).filter(window => !isRaw(window));
  const paired = new Set(
    slos.flatMap(slo => burnRatePairs(slo).map(pair => pair.longWindow)),
  );
  return [
    ...ruleGroups(
      `${prefix}:sli:${subject.sli}`,
      [
        ...raw.flatMap(set =>
          rawRecordingRules(
            subject,
            set.events,
            recordedWindows(set.slos).filter(isRaw),
          ),
        ),
        ...longWindowRules(subject, long),
        ...recordedShareRules(
          subject,
          long.filter(window => paired.has(window)),
        ),
      ],
      interval,
    ),
    ...ruleGroups(
      `${prefix}:window:${subject.sli}`,
      windowRules(
        subject,
        slos.map(slo => slo.window),
        (kind, window) =>
          raw.map(({ events }) => events(kind, window)).join(' or '),
      ),
      WINDOW_INTERVAL,
    ),
  ];
}
