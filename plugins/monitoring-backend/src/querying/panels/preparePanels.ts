import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DashboardModel,
  dashboardPanels,
  LabelMatcher,
  PanelQueryRequest,
  variableReferences,
} from '@sightline/backstage-plugin-monitoring-common';
import { ParsedDashboard } from '../dashboards';
import { PrometheusInstance } from '../PrometheusInstance';
import { readVariables } from '../variables/readVariables';
import { ReadVariables } from '../variables/VariableReader';
import { ChosenVariables, chooseVariables } from '../variables/chooseVariables';
import { collectTargets } from './collectTargets';
import { PlannedPanel } from './PlannedPanel';
import { planPanel } from './planPanel';

const DEFAULT_MAX_DATA_POINTS = 500;

/** A panel that is ready to be queried. */
export interface PreparedPanel {
  plan: PlannedPanel;
  /** All that its answer is made of: two panels with the same question have the same answer. */
  question: string;
}

/** The panels of a request. */
export interface PreparedPanels {
  panels: PreparedPanel[];
  /** Whether all that the queries depend on could be read. */
  isWhole: boolean;
}

/** What {@link preparePanels} needs. */
export interface PreparePanelsOptions {
  dashboard: Omit<ParsedDashboard, 'identity'>;
  instance: PrometheusInstance;
  /** The operator's matchers, carried by every selector. */
  scope: LabelMatcher[];
  logger: LoggerService;
  signal?: AbortSignal;
}

/**
 * Turns what a caller asks for into queries: the dashboard's variables are read and filled in, and
 * the scope is enforced.
 *
 * @throws `InputError` for a value of a variable that cannot be queried
 * @throws the signal's reason
 */
export async function preparePanels(
  request: PanelQueryRequest,
  options: PreparePanelsOptions,
): Promise<PreparedPanels> {
  const { model, variables } = options.dashboard;
  const read = await readVariables(model.variables, {
    ...options,
    requested: request.variables ?? {},
    ofEntity: variables,
    wanted: [],
    used: usedVariables(model, request),
    range: request.range,
  });
  const plans = planPanels(model, {
    request,
    scope: options.scope,
    variables,
    read,
  });
  return {
    panels: plans.map(plan => ({
      plan,
      question: questionOf(plan, options.instance.config.id),
    })),
    isWhole: read.problems.size === 0,
  };
}

/** Only what is calculated depends on the very range, and only instant queries on its end. */
function questionOf(plan: PlannedPanel, instance: string): string {
  const { range, targets, ...rest } = plan;
  return JSON.stringify([
    instance,
    rest,
    plan.expressions.length > 0 && range,
    targets.map(({ time, ...target }) =>
      target.instant ? { ...target, time } : target,
    ),
  ]);
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
    scope: LabelMatcher[];
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
