import { LoggerService } from '@backstage/backend-plugin-api';
import {
  dashboardPanels,
  PanelQueryRequest,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { DashboardService } from '../dashboards';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { checkRange } from '../range';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import { chooseVariables } from './chooseVariables';
import { PanelQueryOptions, PanelQueryService } from './PanelQueryService';
import { PlannedPanel } from './PlannedPanel';
import { planPanel } from './planPanel';
import { runPanel } from './runPanel';

const DEFAULT_MAX_DATA_POINTS = 500;

/** {@link PanelQueryService}: dashboard → queries → scope → Prometheus → frames. */
export class DefaultPanelQueryService implements PanelQueryService {
  readonly #dashboards: DashboardService;
  readonly #prometheus: PrometheusInstance[];
  readonly #logger: LoggerService;
  readonly #now: () => number;

  static create(options: {
    dashboards: DashboardService;
    prometheus: PrometheusInstance[];
    logger: LoggerService;
    /** Unix milliseconds. */
    now: () => number;
  }): DefaultPanelQueryService {
    return new DefaultPanelQueryService(options);
  }

  private constructor(options: {
    dashboards: DashboardService;
    prometheus: PrometheusInstance[];
    logger: LoggerService;
    now: () => number;
  }) {
    this.#dashboards = options.dashboards;
    this.#prometheus = options.prometheus;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async query(
    entity: MonitoredEntity,
    request: PanelQueryRequest,
    { environment, signal, onResult }: PanelQueryOptions,
  ): Promise<void> {
    checkRange(request.range);
    const { spec } = environmentOfDashboard(
      entity,
      request.dashboard,
      environment,
    );
    const instance = instanceFor(spec, this.#prometheus);
    const scope = scopeMatchers(instance.config, entity.entity);
    const { dashboard, variables } = await this.#dashboards.get(
      entity,
      request.dashboard,
      { environment, signal },
    );
    const plans = planPanels(dashboard, { request, scope, variables });
    await Promise.all(
      plans.map(async plan => {
        const result = await runPanel(plan, instance, {
          signal,
          now: this.#now,
          logger: this.#logger,
        });
        onResult(result);
      }),
    );
  }
}

function planPanels(
  dashboard: unknown,
  options: {
    request: PanelQueryRequest;
    scope: ReturnType<typeof scopeMatchers>;
    /** Of the entity. */
    variables: Record<string, string | string[]>;
  },
): PlannedPanel[] {
  const { request, scope } = options;
  const model = parseDashboard(dashboard);
  const panels = dashboardPanels(model);
  return request.panels.map(wanted => {
    const {
      id: panelId,
      key,
      variables,
    } = typeof wanted === 'number'
      ? { id: wanted, key: undefined, variables: {} }
      : wanted;
    const panel = panels.find(({ id }) => id === panelId);
    return panel
      ? {
          ...planPanel(panel, {
            definitions: model.variables,
            chosen: chooseVariables(model.variables, {
              requested: { ...request.variables, ...variables },
              ofEntity: options.variables,
            }),
            range: request.range,
            maxDataPoints: request.maxDataPoints ?? DEFAULT_MAX_DATA_POINTS,
            scope,
          }),
          key,
        }
      : {
          panelId,
          key,
          targets: [],
          errors: [`The dashboard has no panel ${panelId} (any more)`],
        };
  });
}
