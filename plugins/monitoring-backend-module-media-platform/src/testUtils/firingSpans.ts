import {
  MonitoringPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';

/**
 * When an alert of a pack fires, as the real promtool judges: `6–20, 31–60` are two times, in
 * minutes; `never` is none. Two spans where one is meant are an alert that flaps.
 *
 * @param series - promtool's notation, one sample a minute, the first at minute 0
 */
export async function firingSpans(
  pack: MonitoringPack,
  context: PackContext,
  name: string,
  series: Record<string, string>,
  until: number = 60,
): Promise<string> {
  const minutes = await firingMinutes(
    pack.alerts(context),
    name,
    series,
    until,
  );
  const spans: [number, number][] = [];
  for (const minute of minutes) {
    const last = spans[spans.length - 1];
    if (last && minute === last[1] + 1) {
      last[1] = minute;
    } else {
      spans.push([minute, minute]);
    }
  }
  return spans.map(span => span.join('–')).join(', ') || 'never';
}
