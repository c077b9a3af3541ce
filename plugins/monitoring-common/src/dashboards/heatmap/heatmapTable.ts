import { DataFrame } from '../frames/DataFrame';
import { HeatmapOptions } from '../model/readHeatmapOptions';
import { prepareHeatmap } from './prepareHeatmap';

/**
 * What a heatmap shows, as a table: a row for each column of cells, a column for each bucket.
 *
 * @public
 */
export function heatmapTable(
  frames: DataFrame[],
  options: HeatmapOptions,
  range: { from: number; to: number },
): DataFrame[] {
  const { heatmap } = prepareHeatmap(frames, options, range);
  if (!heatmap) {
    return [];
  }
  const { displayName: _, ...config } = heatmap.countConfig;
  return [
    {
      fields: [
        {
          name: 'Time',
          type: 'time',
          config: { mappings: [], custom: {} },
          values: heatmap.columns.map(({ to }) => to),
          state: { displayName: 'Time', seriesIndex: 0 },
        },
        ...heatmap.rows.map((row, index) => ({
          name: row.text,
          type: 'number' as const,
          config,
          values: row.counts,
          state: { displayName: row.text, seriesIndex: index },
        })),
      ],
    },
  ];
}
