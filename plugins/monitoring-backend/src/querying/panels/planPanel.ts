import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  builtInVariables,
  calculateQueryStep,
  DatasourceReference,
  interpolateVariables,
  PanelModel,
  PanelTarget,
  PromqlError,
  resolveVariables,
  UnsupportedReason,
} from '@sightline/backstage-plugin-monitoring-common';
import { collectTargets, OwnedTarget } from './collectTargets';
import { isPrometheus } from './isPrometheus';
import { PlannedPanel } from './PlannedPanel';
import { planTarget, TargetOptions } from './planTarget';

/** A panel that is only not drawn can still be read as a table. */
const UNANSWERABLE = new Set<UnsupportedReason>(['library-panel', 'invalid']);

/** What is the same for all panels of a request. */
export interface PlanOptions extends TargetOptions {
  /** All of the dashboard: some show the answers of others. */
  panels?: PanelModel[];
}

/** Turns a panel into queries. What cannot be queried is told in `errors`. */
export function planPanel(
  panel: PanelModel,
  options: PlanOptions,
): PlannedPanel {
  const planned: PlannedPanel = {
    panelId: panel.id,
    targets: [],
    expressions: [],
    range: options.range,
    sourceTransformations: [],
    errors: [],
  };
  if (panel.unsupported && UNANSWERABLE.has(panel.unsupported)) {
    planned.errors.push(
      `Panels such as this one ('${panel.type}') are not drawn here`,
    );
    return planned;
  }
  const collected = collectTargets(panel, options.panels ?? [panel]);
  planned.sourceTransformations.push(...collected.transformations);
  planned.errors.push(...collected.errors);
  // Grafana reads hidden answers too when something is calculated.
  const isInput = collected.targets.some(({ target }) => target.expression);
  for (const [place, owned] of collected.targets.entries()) {
    const { target } = owned;
    if (isAsked(target, isInput)) {
      try {
        planOne(owned, planned, { ...options, place, isInput });
      } catch (error) {
        planned.errors.push(`${target.refId}: ${reasonOf(error)}`);
      }
    }
  }
  return planned;
}

function isAsked(target: PanelTarget, isInput: boolean): boolean {
  const isEmpty = !target.expression && target.expr.trim() === '';
  return !isEmpty && (!target.hide || isInput);
}

function planOne(
  { target, panel }: OwnedTarget,
  planned: PlannedPanel,
  options: PlanOptions & { place: number; isInput: boolean },
): void {
  const { refId, hide, expression } = target;
  if (expression) {
    planned.expressions.push({
      refId,
      json: fillJson(expression, panel, options),
      place: options.place,
      ...(hide && { isHidden: true }),
    });
    return;
  }
  checkSource(target.datasource ?? panel.datasource);
  planned.targets.push(...planTarget(target, panel, options));
}

function checkSource(source: DatasourceReference | undefined): void {
  if (!isPrometheus(source)) {
    throw new InputError(
      `its data source ('${source?.type?.slice(0, 50)}') is no Prometheus`,
    );
  }
}

/** Only formulas and windows have variables, as in Grafana. */
function fillJson(
  expression: JsonObject,
  panel: PanelModel,
  { definitions, chosen, range, ...options }: PlanOptions,
): JsonObject {
  const values = resolveVariables(definitions, chosen.values, range);
  const step = calculateQueryStep({
    ...range,
    maxDataPoints: panel.maxDataPoints ?? options.maxDataPoints,
    minInterval:
      panel.interval &&
      interpolateVariables(panel.interval, { variables: values, definitions }),
  });
  const fill = (text: string) =>
    interpolateVariables(text, {
      variables: values,
      definitions,
      builtIns: builtInVariables({ ...range, ...step }),
      defaultFormat: 'glob',
    });
  return Object.fromEntries(
    Object.entries(expression).map(([name, value]) => [
      name,
      ['expression', 'window'].includes(name) && typeof value === 'string'
        ? fill(value)
        : value,
    ]),
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof InputError || error instanceof PromqlError) {
    return error.message;
  }
  throw error;
}
