import { PanelFrame } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusInstance } from '../PrometheusInstance';
import { instantFrame, rangeFrame } from './buildFrame';
import { PlannedTarget } from './PlannedPanel';

/** What Prometheus 3 says when it cut the answer at our limit; we say it in our own words. */
const CUT_BY_SERVER = 'results truncated due to limit';

/** A frame, and what to know about it. */
export interface TargetResult {
  frame: PanelFrame;
  warnings: string[];
}

/** Runs one query and makes one frame of it. */
export async function runTarget(
  target: PlannedTarget,
  { config, client }: PrometheusInstance,
  options: { signal?: AbortSignal },
): Promise<TargetResult> {
  const { refId, expression, legendFormat, format, instant, range } = target;
  const { maxSeries } = config.limits;
  const build = <T>(
    found: T[],
    warnings: string[],
    frameOf: (kept: T[]) => Pick<PanelFrame, 'times' | 'series'>,
  ): TargetResult => ({
    frame: {
      refId,
      expression,
      legendFormat,
      format,
      resultType: instant ? 'vector' : 'matrix',
      stepSeconds: range.step,
      ...frameOf(found.slice(0, maxSeries)),
    },
    warnings: [
      ...warnings.filter(text => text !== CUT_BY_SERVER),
      ...(found.length > maxSeries
        ? [`${refId}: only the first ${maxSeries} series are shown`]
        : []),
    ],
  });
  if (instant) {
    const time = range.end;
    const answer = await client.query({ query: expression, time }, options);
    return build(answer.samples, answer.warnings, samples =>
      instantFrame(samples, time),
    );
  }
  const answer = await client.queryRange(
    // One more than is shown tells that there are more.
    { query: expression, ...range, limit: maxSeries + 1 },
    options,
  );
  return build(answer.series, answer.warnings, series =>
    rangeFrame(series, range),
  );
}
