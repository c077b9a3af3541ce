import { countedThings, subjectTexts } from './alertTexts';
import { SloAlertGroup } from './SloAlertGroup';

/** Annotations of the alert on metrics that are not there. */
export function metricsAbsentTexts(
  group: SloAlertGroup,
): Record<string, string> {
  const { name, title, ownerSentence, annotations } = subjectTexts(group);
  const things = countedThings(group.slos[0]);
  return {
    summary: `${name}: ${title} cannot be measured`,
    description: `No ${things} were recorded for 10 minutes: the target is gone or was never there, its metrics have other names or labels, or a latency threshold is no bucket bound. Until they come back no alert can tell that the error budget burns.${ownerSentence}`,
    ...annotations,
    sightline_unit: 'number',
  };
}
