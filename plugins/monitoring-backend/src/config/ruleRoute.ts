import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { GrafanaConfig, MonitoringConfig } from './types';

/** Where the rules of one entity go. */
export type RuleRoute =
  | {
      /** Rules of Grafana. */
      form: 'grafana';
      target: string;
      grafana: GrafanaConfig;
      /** Uid; absent: the default one of that Grafana. */
      datasource?: string;
    }
  /** Rule groups as Prometheus reads them. */
  | { form: 'groups'; target: string }
  | {
      form: 'none';
      /** Why, when that is not what everybody has; a sentence without its full stop. */
      reason?: string;
      /** Id of a Prometheus whose entities have rules. */
      example?: string;
    };

type Instances = Pick<MonitoringSpec, 'prometheus' | 'grafana'>;

/** The Grafana of an entity; `undefined` when none is configured. */
export function grafanaOf(
  { grafana }: Instances,
  config: Pick<MonitoringConfig, 'grafana'>,
): GrafanaConfig | undefined {
  return grafana
    ? config.grafana.find(({ id }) => id === grafana)
    : config.grafana[0];
}

function serverOf(
  { prometheus }: Instances,
  config: Pick<MonitoringConfig, 'prometheus'>,
): string | undefined {
  return prometheus ?? config.prometheus[0]?.id;
}

/**
 * The data source of a Grafana that asks the Prometheus of an entity.
 *
 * @returns without `uid` the one that Grafana would take; `undefined` when there is none
 */
export function datasourceOf(
  spec: Instances,
  grafana: GrafanaConfig,
  config: Pick<MonitoringConfig, 'prometheus'>,
): { uid?: string } | undefined {
  const server = serverOf(spec, config);
  const uid = server && grafana.datasources?.[server];
  if (uid) {
    return { uid };
  }
  return server === config.prometheus[0]?.id
    ? { uid: grafana.datasource }
    : undefined;
}

function list(ids: (string | undefined)[]): string {
  return ids.map(id => `'${id}'`).join(', ');
}

function inGrafana(
  spec: Instances,
  config: MonitoringConfig,
  what: string,
): RuleRoute {
  const grafana = grafanaOf(spec, config);
  if (!grafana) {
    return { form: 'none' };
  }
  const datasource = datasourceOf(spec, grafana, config);
  if (!datasource) {
    return {
      form: 'none',
      reason: `The Grafana '${
        grafana.id
      }' has no data source for the Prometheus '${serverOf(
        spec,
        config,
      )}' that this entity uses (monitoring.grafana[].datasources), so it gets no ${what} there`,
    };
  }
  return {
    form: 'grafana',
    target: `grafana:${grafana.id}`,
    grafana,
    datasource: datasource.uid,
  };
}

function onServer(
  spec: Instances,
  config: MonitoringConfig,
  options: {
    places: { id: string; prometheus?: string }[];
    prefix: string;
    what: string;
  },
): RuleRoute {
  const server = serverOf(spec, config);
  const place = options.places.find(({ prometheus }) => prometheus === server);
  return place
    ? { form: 'groups', target: `${options.prefix}:${place.id}` }
    : {
        form: 'none',
        reason: `${options.what} for the Prometheus ${list(
          options.places.map(({ prometheus }) => prometheus),
        )} only, and this entity uses '${server}': it gets none`,
        example: options.places[0]?.prometheus,
      };
}

function whatGoes(
  kind: 'alerts' | 'slos',
  { provisioning: { alerts, slos } }: MonitoringConfig,
): string {
  if (alerts === slos) {
    return 'Rules';
  }
  return kind === 'alerts' ? 'Alert rules' : 'SLO rules';
}

/**
 * Where the alert or SLO rules of an entity go: rules on a server that has not its series would
 * select those of others, so they go to its own or nowhere.
 */
export function ruleRoute(
  kind: 'alerts' | 'slos',
  spec: Instances,
  config: MonitoringConfig,
): RuleRoute {
  const { ruleFiles, mimir, [kind]: destination } = config.provisioning;
  const what = whatGoes(kind, config);
  switch (destination) {
    case 'none':
      return { form: 'none' };
    case 'grafana':
      return inGrafana(
        spec,
        config,
        kind === 'alerts' ? 'alert rules' : 'SLO rules',
      );
    case 'ruleFiles':
      return onServer(spec, config, {
        places: ruleFiles,
        prefix: 'rule-files',
        what: `${what} are provisioned as files`,
      });
    case 'mimir':
      return onServer(spec, config, {
        places: mimir,
        prefix: 'mimir',
        what: `${what} are provisioned in Mimir`,
      });
    default:
      return { form: 'groups', target: destination };
  }
}
