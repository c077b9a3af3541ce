import { AlertingRule } from '../../rules/types';
import { alertLabels } from './alertLabels';
import {
  alertingObjectives,
  eventsSelector,
  SAME_SERIES,
} from './alertSelectors';
import { metricsAbsentTexts } from './metricsAbsentTexts';
import { sloAlertName } from './burnRateAlertName';
import { SloAlertGroup } from './SloAlertGroup';

/** Recorded for every SLI, whatever its pairs and time slices. In seconds. */
const SHORTEST_WINDOW = 300;

/**
 * A ticket for an SLO of which no events are recorded: without any, none of its other alerts can
 * fire. Bad events are asked for, because they are also missing where a latency threshold is no
 * bucket bound; a service without traffic has 0 of them.
 *
 * It waits 10 minutes: a server that was just started or got the rules has nothing recorded, and from
 * 10 minutes on Prometheus remembers the wait when it is restarted.
 */
export function metricsAbsentAlert(group: SloAlertGroup): AlertingRule {
  return {
    alert: sloAlertName('absent'),
    expr: `0 * max by (entity) (${alertingObjectives(
      group,
    )} unless ${SAME_SERIES} ${eventsSelector(group, 'bad', SHORTEST_WINDOW)})`,
    for: '10m',
    labels: alertLabels(group, 'ticket', 'absent'),
    annotations: metricsAbsentTexts(group),
  };
}
