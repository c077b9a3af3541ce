import { PanelFrame } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusInstance } from '../PrometheusInstance';
import {
  FrameData,
  instantFrame,
  rangeFrame,
  samplesFrame,
} from './buildFrame';
import { PlannedTarget } from './PlannedPanel';

/** What Prometheus 3 says when it cut the answer at our limit; we say it in our own words. */
const CUT_BY_SERVER = 'results truncated due to limit';

/** A frame, and what to know about it. */
export interface TargetResult {
  frame: PanelFrame;
  warnings: string[];
  /** Set when it was known before, and Prometheus did not answer now: its age in milliseconds. */
  staleMs?: number;
}

/** What came back, before it is a frame. */
type Answer = FrameData &
  Pick<PanelFrame, 'resultType' | 'text' | 'cache'> &
  Pick<TargetResult, 'warnings' | 'staleMs'>;

/** Options of {@link runTarget}. */
export interface RunTargetOptions {
  signal?: AbortSignal;
  /** Milliseconds; only differences matter. */
  now: () => number;
}

/** Runs one query and makes one frame of it. */
export async function runTarget(
  target: PlannedTarget,
  instance: PrometheusInstance,
  options: RunTargetOptions,
): Promise<TargetResult> {
  const startedAt = options.now();
  const { warnings, staleMs, ...answer } = await (target.instant
    ? askInstant(target, instance, options)
    : askRange(target, instance, options));
  const { refId, expression, legendFormat, format, range } = target;
  return {
    frame: {
      refId,
      expression,
      legendFormat,
      format,
      stepSeconds: range.step,
      durationMs: options.now() - startedAt,
      ...answer,
    },
    warnings: warnings.filter(text => text !== CUT_BY_SERVER),
    staleMs,
  };
}

async function askInstant(
  target: PlannedTarget,
  { config, client }: PrometheusInstance,
  { signal }: RunTargetOptions,
): Promise<Answer> {
  const { expression, time } = target;
  const { maxSeries } = config.limits;
  const answer = await client.query({ query: expression, time }, { signal });
  const { resultType = 'vector', text, samples, series } = answer;
  if (series) {
    return {
      resultType,
      ...samplesFrame(series.slice(0, maxSeries)),
      warnings: withCut(answer.warnings, target, series.length, maxSeries),
    };
  }
  return {
    resultType,
    ...(text !== undefined && { text }),
    ...instantFrame(samples.slice(0, maxSeries), time),
    warnings: withCut(answer.warnings, target, samples.length, maxSeries),
  };
}

async function askRange(
  target: PlannedTarget,
  { config, client }: PrometheusInstance,
  { signal }: RunTargetOptions,
): Promise<Answer> {
  const { expression, range } = target;
  const { maxSeries } = config.limits;
  const answer = await client.queryRange(
    // One more than is shown tells that there are more.
    { query: expression, ...range, limit: maxSeries + 1 },
    { signal },
  );
  const { series, cache } = answer;
  return {
    resultType: 'matrix',
    ...(cache && { cache: cache.state, staleMs: cache.staleMs }),
    ...rangeFrame(series.slice(0, maxSeries), range),
    warnings: withCut(answer.warnings, target, series.length, maxSeries),
  };
}

function withCut(
  warnings: string[],
  { refId }: PlannedTarget,
  found: number,
  maxSeries: number,
): string[] {
  return found > maxSeries
    ? [...warnings, `${refId}: only the first ${maxSeries} series are shown`]
    : warnings;
}
