import {
  ActiveAlert,
  BurnRateTier,
  burnRateAlertTier,
} from '@sightline/backstage-plugin-monitoring-common';

const TIERS: BurnRateTier[] = ['fast', 'medium', 'slow', 'long'];
const STATES: ActiveAlert['state'][] = ['firing', 'silenced', 'pending'];

function moreUrgent(a: ActiveAlert, b: ActiveAlert): ActiveAlert {
  const tier = ({ name }: ActiveAlert) =>
    TIERS.indexOf(burnRateAlertTier(name) ?? 'long');
  const order =
    STATES.indexOf(a.state) - STATES.indexOf(b.state) || tier(a) - tier(b);
  return order <= 0 ? a : b;
}

/** Leaves one burn-rate alert per SLO, that of the most urgent tier, since the first of them. */
export function collapseBurnAlerts(alerts: ActiveAlert[]): ActiveAlert[] {
  const bySlo = new Map<string, ActiveAlert>();
  for (const alert of alerts) {
    const key =
      alert.sloId === undefined
        ? alert.id
        : `${alert.labels.entity}#${alert.sloId}`;
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
