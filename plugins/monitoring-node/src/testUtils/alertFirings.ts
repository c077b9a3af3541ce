import { PackAlert } from '../packs';
import { testAlertRules } from './testAlertRules';

/**
 * How many instances of an alert fire at a moment, as the real promtool judges: it is asked to
 * expect none, and its answer lists what it got.
 *
 * @param alerts - all alerts of the pack, which must pass `promtool check rules`
 * @param name - the alert that is asked for
 * @param at - a Prometheus duration from the start of the series
 * @param series - promtool's notation, one sample a minute
 * @throws when promtool is not on the PATH, or refuses the rules
 * @public
 */
export async function alertFirings(
  alerts: PackAlert[],
  name: string,
  at: string,
  series: Record<string, string>,
): Promise<number> {
  const answer = await testAlertRules(alerts, [
    { alert: name, times: [at], series },
  ]);
  return answer.match(/Labels:\{alertname="/g)?.length ?? 0;
}
