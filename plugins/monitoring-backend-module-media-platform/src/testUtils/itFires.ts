/* eslint-disable jest/no-export -- makes tests for those of the packs */
import {
  MonitoringPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { firingMinutesOfAll } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { firingSpans } from './firingSpans';

/**
 * An alert, when it should fire in words, series in promtool's notation (one sample a minute, the
 * first at minute 0), and when it should fire in minutes, as {@link firingSpans} writes them.
 */
export type FiringCase = [string, string, Record<string, string>, string];

/** Has the real promtool judge when the alerts of a pack fire, within the first hour. */
export function itFires(
  pack: MonitoringPack,
  context: PackContext,
  cases: FiringCase[],
): void {
  let spans: string[];

  beforeAll(async () => {
    const minutes = await firingMinutesOfAll(
      pack.alerts(context),
      cases.map(([alert, , series]) => ({ alert, series })),
    );
    spans = minutes.map(firingSpans);
  });

  it.each(cases.map((given, index) => [...given, index] as const))(
    '%s fires %s',
    (_alert, _when, _series, expected, index) => {
      expect(spans[index]).toBe(expected);
    },
  );
}
