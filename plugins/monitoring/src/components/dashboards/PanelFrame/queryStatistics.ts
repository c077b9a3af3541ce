import {
  formattedText,
  formatGrafanaInterval,
  formatValue,
  PanelFrame,
} from '@sightline/backstage-plugin-monitoring-common';

/** A figure about a query that was answered. */
export interface QueryStatistic {
  name: 'step' | 'series' | 'samples' | 'duration' | 'result';
  /** As people read it. */
  value: string;
}

/**
 * What a query of a panel came to and cost.
 *
 * @param step - of the whole panel, in seconds; of queries that do not say their own
 */
export function queryStatistics(
  answer: PanelFrame,
  step?: number,
): QueryStatistic[] {
  const { series, stepSeconds = step, durationMs, resultType } = answer;
  const samples = series.reduce(
    (sum, { values }) => sum + values.filter(value => value !== null).length,
    0,
  );
  const count = (value: number) => value.toLocaleString('en-US');
  const statistics: (QueryStatistic | undefined)[] = [
    stepSeconds === undefined
      ? undefined
      : { name: 'step', value: formatGrafanaInterval(stepSeconds * 1_000) },
    { name: 'series', value: count(series.length) },
    { name: 'samples', value: count(samples) },
    durationMs === undefined
      ? undefined
      : {
          name: 'duration',
          value: formattedText(formatValue(durationMs, 'ms', 0)),
        },
    resultType && { name: 'result', value: resultType },
  ];
  return statistics.filter((one): one is QueryStatistic => one !== undefined);
}
