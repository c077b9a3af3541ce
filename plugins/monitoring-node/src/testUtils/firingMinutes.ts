import { PackAlert } from '../packs';
import { firingMinutesOfAll } from './firingMinutesOfAll';

/**
 * The minutes at which an alert fires, as the real promtool judges, so that a test can say when it
 * starts, that it does not flap, and when it ends.
 *
 * @param alerts - all alerts of the pack, which must pass `promtool check rules`
 * @param name - the alert that is asked for
 * @param series - promtool's notation, one sample a minute, the first at minute 0
 * @param until - the last minute that is looked at
 * @throws when promtool is not on the PATH, or refuses the rules
 * @public
 */
export async function firingMinutes(
  alerts: PackAlert[],
  name: string,
  series: Record<string, string>,
  until: number = 60,
): Promise<number[]> {
  const [minutes] = await firingMinutesOfAll(
    alerts,
    [{ alert: name, series }],
    until,
  );
  return minutes;
}
