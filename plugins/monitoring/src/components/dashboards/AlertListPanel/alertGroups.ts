import {
  ActiveAlert,
  AlertListOptions,
  compileLabelMatchers,
  parseLabelMatchers,
} from '@sightline/backstage-plugin-monitoring-common';
import { compareAlerts } from '../../AlertList/alertOrder';

/** Alerts with the same values of the labels that divide the list. */
export interface AlertGroup {
  /** `severity=critical, team=media`; empty when nothing divides the list. */
  name: string;
  alerts: ActiveAlert[];
}

/** What a list of alerts shows. */
export interface AlertGroups {
  groups: AlertGroup[];
  /** How many there are in all, shown or not. */
  total: number;
  /** Why the author's matchers were not applied; for people. */
  fault?: string;
}

const byName = (a: ActiveAlert, b: ActiveAlert) =>
  a.name.localeCompare(b.name, 'en', { sensitivity: 'base' });
const byAge = (a: ActiveAlert, b: ActiveAlert) =>
  Date.parse(a.since) - Date.parse(b.since);

const ORDERS: Record<
  AlertListOptions['sort'],
  (a: ActiveAlert, b: ActiveAlert) => number
> = {
  name: byName,
  'name-desc': (a, b) => byName(b, a),
  importance: compareAlerts,
  oldest: byAge,
  newest: (a, b) => byAge(b, a),
};

/**
 * The alerts that a panel's options ask for, in their order.
 *
 * @param options - with its variables filled in
 * @param uid - of the dashboard that the list is in
 */
export function alertGroups(
  alerts: ActiveAlert[],
  options: AlertListOptions,
  uid: string | undefined,
): AlertGroups {
  const { matches, fault } = labelFilter(options.labels);
  const name = options.name.toLocaleLowerCase();
  const found = alerts
    .filter(alert => options.states[stateOf(alert)])
    .filter(alert => alert.name.toLocaleLowerCase().includes(name))
    .filter(alert => !options.ofDashboard || alert.dashboard?.uid === uid)
    .filter(({ labels }) => matches(labels))
    .sort(ORDERS[options.sort]);
  const groups = new Map<string, ActiveAlert[]>();
  for (const alert of found.slice(0, options.maxItems)) {
    const key = options.groupBy
      .map(label => `${label}=${labelOf(alert, label)}`)
      .join(', ');
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return {
    groups: [...groups].map(([group, members]) => ({
      name: group,
      alerts: members,
    })),
    total: found.length,
    fault,
  };
}

/** What is silenced fires all the same. */
function stateOf({ state }: ActiveAlert): 'firing' | 'pending' {
  return state === 'pending' ? 'pending' : 'firing';
}

function labelOf({ labels }: ActiveAlert, label: string): string {
  return Object.hasOwn(labels, label) ? labels[label] : '';
}

/** `{severity="critical"}`, with its braces or without. */
function labelFilter(text: string): {
  matches: (labels: Record<string, string>) => boolean;
  fault?: string;
} {
  const body = text.trim().replace(/^\{|\}$/g, '');
  if (body.trim() === '') {
    return { matches: () => true };
  }
  const { matchers, error } = parseLabelMatchers(body);
  return error
    ? { matches: () => true, fault: error.message }
    : { matches: compileLabelMatchers(matchers) };
}
