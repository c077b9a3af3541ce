import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { probeId } from './choosePart';
import { infrastructureAlerts } from './infrastructureAlerts';
import { infrastructureDashboard } from './infrastructureDashboard';
import { infrastructureLack } from './infrastructureLack';
import { INFRASTRUCTURE_PARTS } from './infrastructureParts';

/** What a platform stands on, on one dashboard, with the alerts of all its parts. */
export const infrastructurePack: MonitoringPack = {
  id: 'infrastructure',
  title: 'Infrastructure',
  description:
    'PostgreSQL, NATS, Redis, MinIO and OpenSearch of a platform on one dashboard',
  metricsFrom: `those of the packs ${INFRASTRUCTURE_PARTS.map(
    ({ pack }) => pack.id,
  ).join(', ')}`,
  options: {
    ...Object.fromEntries(
      INFRASTRUCTURE_PARTS.map(({ pack: { id, title } }) => [
        id,
        `'on' or 'off', else which series are of ${title}: a value of 'label', or several joined by |`,
      ]),
    ),
    label: `the label that tells the parts’ series apart, 'service' when absent`,
  },
  probes: INFRASTRUCTURE_PARTS.flatMap(part =>
    (part.pack.probes ?? []).map(probe => ({
      ...probe,
      id: probeId(part, probe.id),
    })),
  ),
  lacks: infrastructureLack,
  dashboards: context => [infrastructureDashboard(context)],
  alerts: context => infrastructureAlerts(context),
  slis: () => [],
};
