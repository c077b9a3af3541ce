import {
  DashboardAnnotation,
  DashboardMark,
} from '@sightline/backstage-plugin-monitoring-common';
import { freshAnswer } from '../freshAnswer';
import { planTarget } from '../panels/planTarget';
import { MarkContext } from './MarkContext';
import { marksOfSeries } from './marksOfSeries';

/** Points of an annotation's query, as in Grafana. */
const MAX_DATA_POINTS = 100;

/**
 * Marks of an annotation in PromQL, which is queried within the operator's scope.
 *
 * @throws `InputError`, `PromqlError`, `ServiceUnavailableError` when it cannot be queried
 */
export async function promqlMarks(
  annotation: DashboardAnnotation,
  expr: string,
  { range, signal, prometheus }: MarkContext,
): Promise<DashboardMark[]> {
  const { instance, read, scope } = await prometheus();
  const [target] = planTarget(
    {
      refId: 'Anno',
      expr,
      instant: false,
      range: true,
      format: 'time_series',
      interval: annotation.step,
      intervalFactor: 1,
      hide: false,
    },
    {},
    {
      definitions: read.definitions,
      chosen: read,
      range,
      maxDataPoints: MAX_DATA_POINTS,
      scope,
      place: 0,
      isInput: false,
    },
  );
  const { maxSeries } = instance.config.limits;
  const { series } = freshAnswer(
    await instance.client.queryRange(
      { query: target.expression, ...target.range, limit: maxSeries },
      { signal },
    ),
  );
  return marksOfSeries(
    annotation,
    series.slice(0, maxSeries),
    target.range.step,
    annotation.name,
  );
}
