import { InputError } from '@backstage/errors';
import {
  builtInVariables,
  calculateQueryStep,
  DashboardVariable,
  enforceMatchers,
  formatGrafanaInterval,
  interpolateVariables,
  LabelMatcher,
  PanelModel,
  PanelTarget,
  parseGrafanaInterval,
  PromqlError,
  resolveVariables,
  roundInterval,
  UnsupportedReason,
} from '@sightline/backstage-plugin-monitoring-common';
import { capStep, planRange, TimeRange } from '../range';
import { ChosenVariables } from './chooseVariables';
import { fillExpression, FillOptions } from './fillExpression';
import { PlannedPanel, PlannedTarget } from './PlannedPanel';

/** A panel that is only not drawn can still be read as a table. */
const UNANSWERABLE = new Set<UnsupportedReason>([
  'datasource',
  'library-panel',
  'invalid',
]);

/** What is the same for all panels of a request. */
export interface PlanOptions {
  definitions: DashboardVariable[];
  chosen: ChosenVariables;
  range: TimeRange;
  /** Of the request; a panel's own goes before. */
  maxDataPoints: number;
  /** The operator's matchers, carried by every selector. */
  scope: LabelMatcher[];
}

/** Turns a panel into queries. What cannot be queried is told in `errors`. */
export function planPanel(
  panel: PanelModel,
  options: PlanOptions,
): PlannedPanel {
  if (panel.unsupported && UNANSWERABLE.has(panel.unsupported)) {
    return {
      panelId: panel.id,
      targets: [],
      errors: [`Panels such as this one ('${panel.type}') are not drawn here`],
    };
  }
  const planned: PlannedPanel = { panelId: panel.id, targets: [], errors: [] };
  for (const target of panel.targets) {
    if (target.hide || target.expr.trim() === '') {
      continue;
    }
    try {
      planned.targets.push(planTarget(target, panel, options));
    } catch (error) {
      planned.errors.push(`${target.refId}: ${reasonOf(error)}`);
    }
  }
  return planned;
}

function planTarget(
  target: PanelTarget,
  panel: PanelModel,
  options: PlanOptions,
): PlannedTarget {
  const range = panelRange(panel, options.range);
  const { definitions, chosen } = options;
  const values = resolveVariables(
    definitions,
    chosen.values,
    automaticInterval(range),
  );
  const intervalOf = (text: string | undefined) =>
    text && interpolateVariables(text, { variables: values, definitions });
  const step = calculateQueryStep({
    ...range,
    maxDataPoints: panel.maxDataPoints ?? options.maxDataPoints,
    minInterval: intervalOf(panel.interval),
    targetInterval: intervalOf(target.interval),
    intervalFactor: target.intervalFactor,
  });
  const stepSeconds = capStep(range, step.stepSeconds);
  const filling: FillOptions = {
    definitions,
    values,
    free: chosen.free,
    builtIns: builtInVariables({
      ...range,
      stepSeconds,
      rateIntervalSeconds: step.rateIntervalSeconds,
    }),
  };
  return {
    refId: target.refId,
    expression: enforceMatchers(
      fillExpression(target.expr, filling),
      options.scope,
    ),
    legendFormat:
      target.legendFormat &&
      interpolateVariables(target.legendFormat, {
        variables: values,
        definitions,
        builtIns: filling.builtIns,
        defaultFormat: 'text',
      }),
    format: target.format,
    instant: target.instant && !target.range,
    range: planRange(range, stepSeconds),
  };
}

/** A panel's own relative time goes before the one of the request. */
function panelRange({ timeFrom }: PanelModel, range: TimeRange): TimeRange {
  const own = parseGrafanaInterval(timeFrom ?? '');
  return own ? { from: range.to - own, to: range.to } : range;
}

/** What Grafana's interval variables call "auto": 30 steps, none under 10 seconds. */
function automaticInterval({ from, to }: TimeRange): string {
  return formatGrafanaInterval(
    Math.max(10_000, roundInterval((to - from) / 30)),
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof InputError || error instanceof PromqlError) {
    return error.message;
  }
  throw error;
}
