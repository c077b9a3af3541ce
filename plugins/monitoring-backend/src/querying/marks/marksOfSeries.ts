import {
  DashboardAnnotation,
  DashboardMark,
  fillLabels,
} from '@sightline/backstage-plugin-monitoring-common';
import { isMoment, PrometheusSeries } from '../../sources';

/**
 * The marks of a PromQL annotation: each sample above zero is one, and those that are not further
 * apart than the step are one region, as in Grafana's Prometheus data source.
 *
 * @param step - of the query, in seconds
 * @param prefix - of the marks' ids
 */
export function marksOfSeries(
  annotation: DashboardAnnotation,
  series: PrometheusSeries[],
  step: number,
  prefix: string,
): DashboardMark[] {
  const { name, color, filter, tagKeys = '' } = annotation;
  const keys = tagKeys.split(',').map(key => key.trim());
  return series.flatMap((one, index) => {
    const title = writeLabels(annotation.titleFormat, one.labels);
    const text = writeLabels(annotation.textFormat, one.labels);
    const tags = Object.entries(one.labels)
      .filter(([label]) => keys.includes(label))
      .map(([, value]) => value);
    return regionsOf(momentsOf(annotation, one), step * 1_000).map(
      ({ from, to }) => ({
        id: `${prefix}-${index}-${from}`,
        kind: 'annotation' as const,
        name,
        color,
        from,
        ...(to > from && { to }),
        ...(title && { title }),
        ...(text && { text }),
        tags,
        ...(filter && { filter }),
      }),
    );
  });
}

/** Unix milliseconds, as they come. */
function momentsOf(
  { useValueForTime }: DashboardAnnotation,
  { times, values }: PrometheusSeries,
): number[] {
  return useValueForTime
    ? values.map(Math.floor).filter(isMoment)
    : times
        .filter((_, index) => values[index] > 0)
        .map(time => Math.floor(time * 1_000));
}

function regionsOf(
  moments: number[],
  gap: number,
): { from: number; to: number }[] {
  const regions: { from: number; to: number }[] = [];
  for (const moment of moments) {
    const last = regions[regions.length - 1];
    if (last && last.to + gap >= moment) {
      last.to = moment;
    } else {
      regions.push({ from: moment, to: moment });
    }
  }
  return regions;
}

/** A label that the series lacks stands there by its name, as in Grafana. */
function writeLabels(
  format: string | undefined,
  labels: Record<string, string>,
): string | undefined {
  return (
    format &&
    fillLabels(
      format,
      label => (Object.hasOwn(labels, label) && labels[label]) || label,
    )
  );
}
