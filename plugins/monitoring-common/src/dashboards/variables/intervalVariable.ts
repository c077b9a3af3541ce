import { formatGrafanaInterval } from '../intervals/formatGrafanaInterval';
import { parseGrafanaInterval } from '../intervals/parseGrafanaInterval';
import { roundInterval } from '../intervals/roundInterval';
import { DashboardVariable } from '../types';

/** How Grafana writes the choice "auto" of an interval variable. @public */
export const AUTO_INTERVAL = '$__auto';

const DEFAULT_AUTO = { count: 30, min: '10s' };

/** Whether a value is the choice "auto", in either of Grafana's ways to write it. @public */
export function isAutoInterval(value: string | string[]): boolean {
  return typeof value === 'string' && value.startsWith(AUTO_INTERVAL);
}

/**
 * The interval that "auto" of an interval variable stands for.
 *
 * @param range - in Unix milliseconds
 * @returns in Grafana's notation: `1m`
 * @public
 */
export function autoInterval(
  { auto = DEFAULT_AUTO }: Pick<DashboardVariable, 'auto'>,
  range: { from: number; to: number },
): string {
  const count = auto.count > 0 ? auto.count : DEFAULT_AUTO.count;
  const smallest =
    parseGrafanaInterval(auto.min) ??
    parseGrafanaInterval(DEFAULT_AUTO.min) ??
    1;
  return formatGrafanaInterval(
    Math.max(roundInterval((range.to - range.from) / count), smallest),
  );
}
