import {
  ActiveAlert,
  SloAlertTier,
  sloAlertTier,
} from '@sightline/backstage-plugin-monitoring-common';

/** The most telling first. */
const TIERS: SloAlertTier[] = [
  'fast',
  'medium',
  'slow',
  'long',
  'exhausted',
  'absent',
];
const STATES: ActiveAlert['state'][] = ['firing', 'silenced', 'pending'];

function moreUrgent(a: ActiveAlert, b: ActiveAlert): ActiveAlert {
  const tier = ({ name }: ActiveAlert) =>
    TIERS.indexOf(sloAlertTier(name) ?? 'absent');
  const order =
    STATES.indexOf(a.state) - STATES.indexOf(b.state) || tier(a) - tier(b);
  return order <= 0 ? a : b;
}

/**
 * Leaves one alert per SLO, that of the most telling tier, since the first of them. One that only
 * names an entity, and is not told to it, takes no part in what the entity is told.
 */
export function collapseSloAlerts(alerts: ActiveAlert[]): ActiveAlert[] {
  const bySlo = new Map<string, ActiveAlert>();
  for (const alert of alerts) {
    const key =
      alert.sloId === undefined
        ? alert.id
        : `${alert.entityRef ?? ''} ${alert.labels.entity}#${alert.sloId}`;
    const known = bySlo.get(key);
    if (known) {
      const since = known.since < alert.since ? known.since : alert.since;
      bySlo.set(key, { ...moreUrgent(known, alert), since });
    } else {
      bySlo.set(key, alert);
    }
  }
  return [...bySlo.values()];
}
