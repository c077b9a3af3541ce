import { PanelExemplar } from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, scaleKey } from '../series';
import { ChartArea } from './ChartLayout';

/** Where an exemplar stands: its axis, and its value as far as that axis reaches. */
export interface ExemplarPlace {
  series: PanelSeries;
  scale: string;
  value: number;
}

/**
 * The place of an exemplar on a chart. One beyond the axis stands at its end, as in Grafana.
 *
 * @returns `undefined` when it is not within the chart's time, or nothing of its query is drawn
 */
export function placeExemplar(
  { refId, time, value }: PanelExemplar,
  allSeries: PanelSeries[],
  area: ChartArea,
): ExemplarPlace | undefined {
  const series = allSeries.find(one => one.refId === refId) ?? allSeries[0];
  const scale = series && scaleKey(series);
  const ends = scale === undefined ? undefined : area.values[scale];
  if (!ends || time < area.from || time > area.to) {
    return undefined;
  }
  const [least, greatest] = ends;
  return {
    series,
    scale: scale!,
    value: Math.min(greatest, Math.max(least, value)),
  };
}
