import {
  evaluateExpressions,
  ExpressionOutcome,
  ExpressionValue,
  PanelFrame,
  sampleValue,
} from '@sightline/backstage-plugin-monitoring-common';
import { JsonObject } from '@backstage/types';
import { PlannedExpression, PlannedPanel } from './PlannedPanel';
import { wireValue } from './wireValue';

type Series = PanelFrame['series'][number];

/** What a query of the panel was answered. */
export interface InputAnswer {
  refId: string;
  /** Absent when the query failed. */
  frame?: PanelFrame;
}

/** What the expressions of a panel come to. */
export interface CalculatedPanel {
  /** By reference; what Grafana gives of queries that expressions calculate with, too. */
  frames: Map<string, PanelFrame[]>;
  /** For people. */
  errors: string[];
  warnings: string[];
}

/**
 * Calculates the expressions of a panel from the answers of its queries.
 *
 * @param maxSeries - of one expression
 */
export function calculatePanel(
  { expressions, range }: PlannedPanel,
  answers: InputAnswer[],
  maxSeries: number,
): CalculatedPanel {
  const frames = new Map<string, PanelFrame[]>();
  const inputs = new Map<string, ExpressionOutcome>();
  for (const { refId } of answers) {
    const all = answers.filter(one => one.refId === refId);
    const found = all.flatMap(({ frame }) =>
      frame ? [asInput(frame, all)] : [],
    );
    frames.set(refId, found);
    inputs.set(refId, outcomeOf(all, found));
  }
  const outcomes = evaluateExpressions(
    new Map(expressions.map(({ refId, json }) => [refId, json])),
    inputs,
    range,
  );
  const errors: string[] = [];
  const warnings: string[] = [];
  for (const expression of expressions) {
    const { refId } = expression;
    const outcome = outcomes.get(refId);
    if (!outcome || 'error' in outcome) {
      errors.push(`${refId}: ${outcome?.error}`);
    } else {
      if (outcome.values.length > maxSeries) {
        warnings.push(`${refId}: only the first ${maxSeries} series are shown`);
      }
      frames.set(
        refId,
        framesOf(expression, outcome.values.slice(0, maxSeries)),
      );
    }
  }
  return { frames, errors, warnings };
}

/**
 * How Grafana hands an answer on that it calculates with: instant ones become figures without a time,
 * in the order of their labels, and tables and heatmaps are not made.
 */
function asInput(frame: PanelFrame, all: InputAnswer[]): PanelFrame {
  const isInstant =
    frame.resultType === 'vector' || frame.resultType === 'scalar';
  if (!isInstant || all.length > 1) {
    return { ...frame, format: 'time_series' };
  }
  return {
    ...frame,
    resultType: 'number',
    format: 'time_series',
    times: [],
    series: [...frame.series].sort((a, b) =>
      sortingText(a) < sortingText(b) ? -1 : 1,
    ),
  };
}

function sortingText({ labels }: Series): string {
  const pairs = Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .sort();
  return JSON.stringify([labels.__name__ ?? 'Value', pairs.join(', ')]);
}

function outcomeOf(
  answers: InputAnswer[],
  frames: PanelFrame[],
): ExpressionOutcome {
  if (frames.length < answers.length) {
    return { error: 'the query failed' };
  }
  if (frames.some(({ text }) => text !== undefined)) {
    return { error: 'the answer is a text' };
  }
  const values = frames.flatMap(frame =>
    frame.series.map(series => valueOf(frame, series)),
  );
  return { values: values.length > 0 ? values : [{ kind: 'noData' }] };
}

function valueOf(
  { resultType, times }: PanelFrame,
  { labels, values }: Series,
): ExpressionValue {
  if (resultType === 'number') {
    return { kind: 'number', labels, value: sampleValue(values[0]) };
  }
  const kept = values.flatMap((value, index) =>
    value === null ? [] : [index],
  );
  return {
    kind: 'series',
    labels,
    times: kept.map(index => times[index]),
    values: kept.map(index => sampleValue(values[index])),
  };
}

/** Values with the same times share a frame, as long as their order allows. */
function framesOf(
  { refId, json }: PlannedExpression,
  values: ExpressionValue[],
): PanelFrame[] {
  const empty: PanelFrame = {
    refId,
    expression: describeExpression(json),
    format: 'time_series',
    // Grafana gives the figure of a classic condition no name.
    valueName: json.type === 'classic_conditions' ? '' : refId,
    times: [],
    series: [],
  };
  const frames: PanelFrame[] = [];
  let key: string | undefined;
  for (const value of values) {
    if (value.kind !== 'noData') {
      const times = value.kind === 'series' ? value.times : undefined;
      const own = JSON.stringify(times ?? 'number');
      if (own !== key) {
        key = own;
        frames.push({
          ...empty,
          resultType: times ? 'matrix' : 'number',
          times: times ?? [],
          series: [],
        });
      }
      frames[frames.length - 1].series.push(seriesOf(value));
    }
  }
  return frames.length > 0 ? frames : [empty];
}

function seriesOf(value: Exclude<ExpressionValue, { kind: 'noData' }>): Series {
  const figures = value.kind === 'series' ? value.values : [value.value];
  return {
    labels: value.kind === 'scalar' ? {} : value.labels,
    values: figures.map(figure => (figure === null ? null : wireValue(figure))),
  };
}

/** What people read of an expression. */
function describeExpression({ type, expression }: JsonObject): string {
  return type === 'math' || typeof expression !== 'string'
    ? String(expression ?? type)
    : `${type}(${expression})`;
}
