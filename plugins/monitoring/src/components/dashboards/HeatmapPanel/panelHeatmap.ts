import {
  FieldConfig,
  formattedText,
  formatValue,
  Heatmap,
  heatmapCells,
  HeatmapOptions,
  HeatmapRow,
  PanelModel,
} from '@sightline/backstage-plugin-monitoring-common';
import { alignSeries, PanelSeries } from '../series';

/** A heatmap that is ready to be drawn. */
export interface PanelHeatmap extends Heatmap {
  /** Between two columns, in milliseconds. */
  step: number;
  /** Smallest and largest count that is drawn; absent when there is none. */
  range?: { min: number; max: number };
}

/** The heatmap of a panel's series, which are the buckets of a histogram. */
export function panelHeatmap(
  panel: PanelModel,
  series: PanelSeries[],
  options: HeatmapOptions,
  step: number | undefined,
): PanelHeatmap {
  const isCumulative = panel.targets.some(
    ({ format, hide }) => format === 'heatmap' && !hide,
  );
  const { times, values } = alignSeries(series);
  const heatmap = heatmapCells(
    times,
    series.map(({ labels, name }, index) => ({
      labels,
      name,
      values: values[index].map(value => value ?? null),
    })),
    { cumulative: isCumulative },
  );
  let [min, max] = [Infinity, -Infinity];
  for (const { counts } of heatmap.rows) {
    for (const count of counts) {
      if (count !== null && count > options.emptyUpTo) {
        min = Math.min(min, count);
        max = Math.max(max, count);
      }
    }
  }
  const { color } = options;
  return {
    ...heatmap,
    step: step ? step * 1_000 : times[1] - times[0] || 60_000,
    range:
      max > 0 ? { min: color.min ?? min, max: color.max ?? max } : undefined,
  };
}

/** A bound of a bucket as the axis writes it. */
export function boundText(
  bound: number,
  axis: HeatmapOptions['yAxis'],
): string {
  if (!Number.isFinite(bound)) {
    return bound > 0 ? '+Inf' : '-Inf';
  }
  return formattedText(formatValue(bound, axis.unit, axis.decimals));
}

/** What a bucket holds: `100 ms – 250 ms`. */
export function bucketText(
  { from, to }: HeatmapRow,
  axis: HeatmapOptions['yAxis'],
): string {
  return `${boundText(from, axis)} – ${boundText(to, axis)}`;
}

/** The series of a heatmap, one for each bucket and not cumulative, for its table. */
export function bucketSeries(
  heatmap: PanelHeatmap,
  options: HeatmapOptions,
  [first]: PanelSeries[],
): PanelSeries[] {
  const config: FieldConfig = { ...first.config, unit: options.valueUnit };
  return heatmap.rows.map(row => ({
    ...first,
    key: String(row.to),
    name: bucketText(row, options.yAxis),
    config,
    times: heatmap.times,
    values: row.counts,
  }));
}
