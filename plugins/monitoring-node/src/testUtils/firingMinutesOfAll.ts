import { PackAlert } from '../packs';
import { testAlertRules } from './testAlertRules';

/** promtool writes `90m` as `1h30m`. */
function toMinutes(time: string): number {
  const [, hours = 0, minutes = 0] = /^(?:(\d+)h)?(?:(\d+)m)?/.exec(time) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/**
 * Like `firingMinutes`, for many cases at once: one promtool for a whole table of them.
 *
 * @param cases - an alert's name, and series in promtool's notation, one sample a minute
 * @param until - the last minute that is looked at
 * @returns the minutes of each case, in the order of the cases
 * @throws when promtool is not on the PATH, or refuses the rules
 * @public
 */
export async function firingMinutesOfAll(
  alerts: PackAlert[],
  cases: { alert: string; series: Record<string, string> }[],
  until: number = 60,
): Promise<number[][]> {
  const times = Array.from({ length: until + 1 }, (_, minute) => `${minute}m`);
  const answer = await testAlertRules(
    alerts,
    cases.map(({ alert, series }) => ({ alert, times, series })),
  );
  const found = cases.map(() => new Set<number>());
  for (const [, index, time] of answer.matchAll(
    /name: (\d+),\s+alertname: \S+, time: (\S+?),/g,
  )) {
    found[Number(index)].add(toMinutes(time));
  }
  return found.map(minutes => [...minutes].sort((a, b) => a - b));
}
