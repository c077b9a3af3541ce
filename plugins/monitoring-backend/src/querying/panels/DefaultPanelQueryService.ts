import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DashboardModel,
  dashboardPanels,
  PanelQueryRequest,
  parseDashboard,
  variableReferences,
} from '@sightline/backstage-plugin-monitoring-common';
import { DashboardService } from '../dashboards';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { checkRange } from '../range';
import {
  environmentOfDashboard,
  MonitoredEntity,
  scopeMatchers,
} from '../../catalog';
import { ReadVariables, readVariables } from '../variables/readVariables';
import { ChosenVariables, chooseVariables } from '../variables/chooseVariables';
import { collectTargets } from './collectTargets';
import { PanelQueryOptions, PanelQueryService } from './PanelQueryService';
import { PlannedPanel } from './PlannedPanel';
import { planPanel } from './planPanel';
import { runPanel } from './runPanel';

const DEFAULT_MAX_DATA_POINTS = 500;

/** {@link PanelQueryService}: dashboard → queries → scope → Prometheus → frames. */
export class DefaultPanelQueryService implements PanelQueryService {
  readonly #dashboards: Pick<DashboardService, 'get'>;
  readonly #prometheus: PrometheusInstance[];
  readonly #logger: LoggerService;
  readonly #now: () => number;

  static create(options: {
    dashboards: Pick<DashboardService, 'get'>;
    prometheus: PrometheusInstance[];
    logger: LoggerService;
    /** Unix milliseconds. */
    now: () => number;
  }): DefaultPanelQueryService {
    return new DefaultPanelQueryService(options);
  }

  private constructor(options: {
    dashboards: Pick<DashboardService, 'get'>;
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
    const model = parseDashboard(dashboard);
    const read = await readVariables(model.variables, {
      requested: request.variables ?? {},
      ofEntity: variables,
      wanted: [],
      used: usedVariables(model, request),
      range: request.range,
      scope,
      instance,
      logger: this.#logger,
      signal,
    });
    const plans = planPanels(model, { request, scope, variables, read });
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

/** Names of the variables that the requested panels refer to. */
function usedVariables(
  model: DashboardModel,
  { panels: wanted }: PanelQueryRequest,
): string[] {
  const ids = new Set(
    wanted.map(one => (typeof one === 'number' ? one : one.id)),
  );
  const panels = dashboardPanels(model);
  return panels
    .filter(({ id }) => ids.has(id))
    .flatMap(panel => collectTargets(panel, panels).targets)
    .flatMap(({ target, panel: { interval } }) =>
      variableReferences(JSON.stringify([target, interval])),
    );
}

function planPanels(
  model: DashboardModel,
  options: {
    request: PanelQueryRequest;
    scope: ReturnType<typeof scopeMatchers>;
    /** Of the entity. */
    variables: Record<string, string | string[]>;
    /** What the dashboard's variables are, apart from repeats. */
    read: ReadVariables;
  },
): PlannedPanel[] {
  const { request, scope, read } = options;
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
            definitions: read.definitions,
            chosen: chooseOfCopy(model, {
              read,
              requested: variables,
              ofEntity: options.variables,
            }),
            range: request.range,
            maxDataPoints: request.maxDataPoints ?? DEFAULT_MAX_DATA_POINTS,
            scope,
            panels,
            utcOffsetSeconds: request.utcOffsetSeconds,
          }),
          key,
        }
      : {
          panelId,
          key,
          targets: [],
          expressions: [],
          range: request.range,
          sourceTransformations: [],
          errors: [`The dashboard has no panel ${panelId} (any more)`],
        };
  });
}

/** What a repeat sets in a copy goes before the dashboard's choices, with the same checks. */
function chooseOfCopy(
  { variables }: DashboardModel,
  options: {
    read: ReadVariables;
    requested: Record<string, string | string[]>;
    ofEntity: Record<string, string | string[]>;
  },
): ChosenVariables {
  const { read, requested, ofEntity } = options;
  const own = chooseVariables(
    variables
      .filter(({ name }) => Object.hasOwn(requested, name))
      .map(one => ({
        ...one,
        options: read.choices.get(one.name) ?? one.options,
      })),
    { requested, ofEntity },
  );
  return {
    values: { ...read.values, ...own.values },
    free: [...new Set([...read.free, ...own.free])],
    filters: read.filters,
  };
}
