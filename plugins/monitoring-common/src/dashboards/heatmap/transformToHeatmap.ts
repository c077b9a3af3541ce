import { JsonObject } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { calculateHeatmap } from './calculateHeatmap';
import { readHeatmapCalculation } from './readHeatmapCalculation';

/**
 * Grafana's transformation `heatmap`: the cells instead of the values, or before them.
 *
 * @public
 */
export function transformToHeatmap(
  frames: DataFrame[],
  options: JsonObject,
): DataFrame[] {
  const { frame } = calculateHeatmap(frames, readHeatmapCalculation(options));
  const kept = options.keepOriginalData === true ? frames : [];
  return frame ? [frame, ...kept] : kept;
}
