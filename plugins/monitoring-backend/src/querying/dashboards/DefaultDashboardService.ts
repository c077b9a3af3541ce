import {
  AvailableDashboardsQuery,
  AvailableDashboardsResponse,
  DashboardModel,
  EntityDashboardResponse,
  EntityDashboardsResponse,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  chooseEnvironment,
  environmentOfDashboard,
  MonitoredEntity,
} from '../../catalog';
import {
  DashboardOptions,
  DashboardService,
  ParsedDashboard,
} from './DashboardService';
import { entityVariables, VariableValues } from './entityVariables';
import { FoundDashboard } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';
import { listLinkedDashboards } from './listLinkedDashboards';
import { readLinkedDashboard } from './readLinkedDashboard';
import { ParsedModels } from './ParsedModels';
import { readOwnDashboard } from './readOwnDashboard';

/** Of the dashboards that may be looked at. */
const DEFAULT_LIMIT = 50;

/** {@link DashboardService}: Grafana's copy when there is one, else the pack's. */
export class DefaultDashboardService implements DashboardService {
  readonly #grafana: GrafanaReader[];
  readonly #parsed = ParsedModels.create();

  static create(options: {
    /** In the order of the configuration; the first serves entities that name none. */
    grafana: GrafanaReader[];
  }): DefaultDashboardService {
    return new DefaultDashboardService(options.grafana);
  }

  private constructor(grafana: GrafanaReader[]) {
    this.#grafana = grafana;
  }

  async list(
    entity: MonitoredEntity,
    options: DashboardOptions = {},
  ): Promise<EntityDashboardsResponse> {
    const { spec, dashboards } = chooseEnvironment(entity, options.environment);
    const grafana = this.#grafanaOf(spec);
    const own = dashboards.map(one => readOwnDashboard(one, grafana, options));
    const linked = grafana
      ? spec.dashboards.map(one => listLinkedDashboards(one, grafana, options))
      : [];
    const items = [
      ...(await Promise.all(own)).map(({ summary }) => summary),
      ...(await Promise.all(linked)).flat(),
    ];
    const uids = items.map(({ uid }) => uid);
    // A linked dashboard may be one of the packs', or linked twice.
    return { items: items.filter(({ uid }, at) => uids.indexOf(uid) === at) };
  }

  async listAvailable(
    entity: MonitoredEntity,
    { query = '', limit = DEFAULT_LIMIT }: AvailableDashboardsQuery,
    options: DashboardOptions = {},
  ): Promise<AvailableDashboardsResponse> {
    const { spec } = chooseEnvironment(entity, options.environment);
    const read = await this.#grafanaOf(spec)?.listAllowed(
      query.trim(),
      options,
    );
    if (!read) {
      return { items: [], isCut: false };
    }
    if ('failure' in read) {
      throw read.failure;
    }
    return {
      items: read.value
        .slice(0, limit)
        .map(({ uid, title, url, folder, tags }) => ({
          uid,
          title,
          source: 'grafana',
          url,
          ...(folder !== undefined && { folder }),
          tags,
        })),
      isCut: read.value.length > limit,
    };
  }

  async get(
    entity: MonitoredEntity,
    uid: string,
    options: DashboardOptions = {},
  ): Promise<EntityDashboardResponse> {
    const { found, spec } = await this.#find(entity, uid, options);
    return {
      ...found.summary,
      dashboard: found.model(),
      variables: variablesOf(this.#parsed.get(found), spec),
    };
  }

  async parse(
    entity: MonitoredEntity,
    uid: string,
    options: DashboardOptions = {},
  ): Promise<ParsedDashboard> {
    const { found, spec } = await this.#find(entity, uid, options);
    const model = this.#parsed.get(found);
    return {
      identity: found.identity,
      model,
      variables: variablesOf(model, spec),
    };
  }

  async #find(
    entity: MonitoredEntity,
    uid: string,
    options: DashboardOptions,
  ): Promise<{ found: FoundDashboard; spec: MonitoringSpec }> {
    const { spec, dashboards } = environmentOfDashboard(
      entity,
      uid,
      options.environment,
    );
    const grafana = this.#grafanaOf(spec);
    const own = dashboards.find(one => one.uid === uid);
    const found = own
      ? await readOwnDashboard(own, grafana, options)
      : await readLinkedDashboard(uid, spec, grafana, options);
    return { found, spec };
  }

  #grafanaOf(spec: MonitoringSpec): GrafanaReader | undefined {
    return spec.grafana
      ? this.#grafana.find(({ id }) => id === spec.grafana)
      : this.#grafana[0];
  }
}

function variablesOf(
  { variables }: DashboardModel,
  { selector }: MonitoringSpec,
): VariableValues {
  return entityVariables(
    variables.map(({ name }) => name),
    selector,
  );
}
