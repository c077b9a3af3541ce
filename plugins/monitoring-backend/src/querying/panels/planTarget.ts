import {
  builtInVariables,
  calculateQueryStep,
  DashboardVariable,
  enforceMatchers,
  interpolateVariables,
  LabelMatcher,
  PanelModel,
  PanelTarget,
  resolveVariables,
} from '@sightline/backstage-plugin-monitoring-common';
import { capStep, planRange, TimeRange } from '../range';
import { ChosenVariables } from '../variables/chooseVariables';
import { fillExpression } from '../variables/fillExpression';
import { PlannedTarget } from './PlannedPanel';

/** What is the same for all queries of a request. */
export interface TargetOptions {
  definitions: DashboardVariable[];
  chosen: ChosenVariables;
  range: TimeRange;
  /** Of the request; a panel's own goes before. */
  maxDataPoints: number;
  /** The operator's matchers, carried by every selector. */
  scope: LabelMatcher[];
  /** Of the zone whose clock steps of hours and days follow; UTC when absent. */
  utcOffsetSeconds?: number;
  /** What Grafana's browser would ask for, in milliseconds; calculated when absent. */
  interval?: number;
}

/** How Grafana calls the instant half of a query that is both. */
const INSTANT = '-Instant';

/**
 * A query ready to be sent; one that is instant and a range is two.
 *
 * @param panel - in which the target stands
 * @param options - `isInput` when expressions calculate with the answer: they see both halves as one
 * @throws `InputError`, `PromqlError` when it cannot be sent
 */
export function planTarget(
  target: PanelTarget,
  panel: Pick<PanelModel, 'interval' | 'maxDataPoints'>,
  options: TargetOptions & { place: number; isInput: boolean },
): PlannedTarget[] {
  const { definitions, chosen, range, place, isInput } = options;
  const values = resolveVariables(definitions, chosen.values, range);
  const intervalOf = (text: string | undefined) =>
    text && interpolateVariables(text, { variables: values, definitions });
  const step = calculateQueryStep({
    ...range,
    maxDataPoints: panel.maxDataPoints ?? options.maxDataPoints,
    minInterval: intervalOf(panel.interval),
    targetInterval: intervalOf(target.interval),
    intervalFactor: target.intervalFactor,
    interval: options.interval,
  });
  const stepSeconds = capStep(range, step.stepSeconds);
  const filled = fillExpression(target.expr, {
    definitions,
    values,
    free: chosen.free,
    filters: chosen.filters,
    builtIns: builtInVariables({
      ...range,
      stepSeconds,
      rateIntervalSeconds: step.rateIntervalSeconds,
    }),
  });
  const planned: Omit<PlannedTarget, 'instant'> = {
    refId: target.refId,
    expression: enforceMatchers(filled, options.scope),
    legendFormat: target.legendFormat && legendOf(target, values, options),
    format: target.format,
    range: planRange(range, stepSeconds, options.utcOffsetSeconds),
    time: range.to / 1_000,
    place,
    ...(target.exemplar && target.range && { exemplar: true }),
    ...(target.hide && { isHidden: true }),
  };
  if (!target.instant || !target.range) {
    return [{ ...planned, instant: target.instant }];
  }
  return isInput
    ? [
        { ...planned, instant: true },
        { ...planned, instant: false },
      ]
    : [
        { ...planned, instant: false },
        {
          ...planned,
          refId: `${target.refId}${INSTANT}`,
          format: 'time_series',
          instant: true,
        },
      ];
}

/** Grafana leaves `$__interval` and its like in legends as they are. */
function legendOf(
  { legendFormat = '' }: PanelTarget,
  variables: Record<string, string | string[]>,
  { definitions, range }: TargetOptions,
): string {
  return interpolateVariables(legendFormat, {
    variables,
    definitions,
    builtIns: { __from: String(range.from), __to: String(range.to) },
    defaultFormat: 'glob',
  });
}
