import { stringifyError } from '@backstage/errors';
import {
  ManagedObjectKind,
  ProvisionKind,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../../catalog';
import { GrafanaConfig, MonitoringConfig } from '../../config';
import { ALERTMANAGER_OWNER } from '../../targets';
import { desiredAlertFile, desiredAlertGroup } from './desiredAlerts';
import { desiredAlertmanagerConfig } from './desiredAlertmanagerConfig';
import { desiredContactPoints } from './desiredContactPoints';
import { desiredDashboards, desiredFolder } from './desiredDashboards';
import { desiredSloFile } from './desiredSlos';

/** What `monitoring/provision` can leave out. */
const OBJECT_KINDS = {
  dashboards: 'dashboard',
  alerts: 'alert-rule-group',
  slos: 'slo-rule-group',
} satisfies Partial<Record<ProvisionKind, ManagedObjectKind>>;

/** What should exist, and what an entity does not want although its packs have it. */
export interface Desired {
  objects: DesiredObject[];
  /** Left out because of `monitoring/provision`. */
  disabled: DesiredObject[];
  /** `entityRef|kind` of all that `monitoring/provision` leaves out: what is there stays. */
  switchedOff: Set<string>;
  /** Entities whose objects could not be worked out; what they have is left alone. */
  errors: { entityRef: string; message: string }[];
  /** Entities of which a part is not known, and why: what they have is kept as it is. */
  incomplete: Map<string, string>;
}

function grafanaOf(
  { monitoring }: MonitoredEntity,
  config: MonitoringConfig,
): GrafanaConfig | undefined {
  const { grafana } = monitoring.spec;
  return grafana
    ? config.grafana.find(({ id }) => id === grafana)
    : config.grafana[0];
}

/** Whether the Prometheus that reads our rule files is the entity's own. */
function takesRuleFiles(
  { monitoring }: MonitoredEntity,
  { prometheus, provisioning }: MonitoringConfig,
): boolean {
  const own = monitoring.spec.prometheus ?? prometheus[0]?.id;
  return own === provisioning.ruleFiles[0]?.prometheus;
}

function objectsOf(
  entity: MonitoredEntity,
  config: MonitoringConfig,
): { kind: ProvisionKind; objects: DesiredObject[] }[] {
  const { monitoring } = entity;
  const { provisioning, runbookBaseUrl } = config;
  const grafana = grafanaOf(entity, config);
  const ruleFiles = takesRuleFiles(entity, config);
  const dashboardUrl = (uid: string, panelId?: number) =>
    grafana && provisioning.dashboards === 'grafana'
      ? `${grafana.publicUrl}/d/${uid}${
          panelId === undefined ? '' : `?viewPanel=${panelId}`
        }`
      : undefined;
  const alerts = () => {
    if (provisioning.alerts === 'ruleFiles') {
      return ruleFiles ? desiredAlertFile(monitoring, { dashboardUrl }) : [];
    }
    return provisioning.alerts === 'grafana' && grafana
      ? desiredAlertGroup(monitoring, grafana)
      : [];
  };
  return [
    {
      kind: 'dashboards',
      objects:
        provisioning.dashboards === 'grafana' && grafana
          ? desiredDashboards(monitoring, grafana)
          : [],
    },
    { kind: 'alerts', objects: alerts() },
    {
      kind: 'slos',
      objects:
        provisioning.slos === 'ruleFiles' && ruleFiles
          ? desiredSloFile(monitoring, { runbookBaseUrl })
          : [],
    },
  ];
}

/** Of the entities whose alerts a Grafana holds. */
function contactPointsOf(
  entities: MonitoredEntity[],
  config: MonitoringConfig,
): DesiredObject[] {
  if (config.provisioning.alerts !== 'grafana') {
    return [];
  }
  const telling = entities.filter(({ monitoring }) =>
    monitoring.spec.provision.includes('alerts'),
  );
  return config.grafana.flatMap(grafana =>
    desiredContactPoints(
      telling
        .filter(entity => grafanaOf(entity, config) === grafana)
        .map(({ monitoring }) => monitoring),
      grafana,
      config.notifications.channels,
    ),
  );
}

/**
 * What should exist for these entities. Pure: same input, same objects, same hashes. One entity
 * that fails stops no other.
 *
 * @param options - `complete`: whether these are all entities; else what belongs to all of them is
 *   kept as it is
 */
export function desiredObjects(
  entities: MonitoredEntity[],
  config: MonitoringConfig,
  options: { complete: boolean } = { complete: true },
): Desired {
  const objects: DesiredObject[] = [];
  const disabled: DesiredObject[] = [];
  const switchedOff = new Set<string>();
  const errors: Desired['errors'] = [];
  const incomplete: Desired['incomplete'] = new Map();
  for (const entity of entities) {
    const { entityRef, provision } = entity.monitoring.spec;
    if (entity.monitoring.incomplete) {
      incomplete.set(entityRef, entity.monitoring.incomplete);
    }
    for (const [kind, objectKind] of Object.entries(OBJECT_KINDS)) {
      if (!provision.includes(kind as ProvisionKind)) {
        switchedOff.add(`${entityRef}|${objectKind}`);
      }
    }
    try {
      for (const { kind, objects: found } of objectsOf(entity, config)) {
        (provision.includes(kind) ? objects : disabled).push(...found);
      }
    } catch (error) {
      errors.push({ entityRef, message: stringifyError(error) });
    }
  }
  if (config.provisioning.alertmanagerConfig) {
    objects.push(desiredAlertmanagerConfig(entities));
    if (!options.complete) {
      incomplete.set(ALERTMANAGER_OWNER, 'The catalog could not be read whole');
    }
  }
  objects.push(...contactPointsOf(entities, config));
  const used = new Set(objects.map(({ target }) => target));
  const folders = config.grafana
    .filter(({ id }) => used.has(`grafana:${id}`))
    .map(desiredFolder);
  return {
    objects: [...folders, ...objects],
    disabled,
    switchedOff,
    errors,
    incomplete,
  };
}
