import { alignFrames } from '../frames/alignFrames';
import { DataFrame } from '../frames/DataFrame';
import { HeatmapOptions } from '../model/readHeatmapOptions';
import {
  calculateHeatmap,
  HeatmapProblem,
  MOST_CELLS,
} from './calculateHeatmap';
import { Heatmap } from './Heatmap';
import { heatmapOfCells } from './heatmapOfCells';
import { heatmapOfRows } from './heatmapOfRows';
import { readHeatmapCalculation } from './readHeatmapCalculation';

/** @public */
export type PreparedHeatmap =
  | { heatmap: Heatmap; problem?: undefined }
  | { heatmap?: undefined; problem: HeatmapProblem };

/**
 * The heatmap that a panel shows of its frames: counted here when the author wants that, else the
 * cells or the buckets that the frames are.
 *
 * @param frames - configured and named
 * @param range - of the panel, in Unix milliseconds
 * @see Grafana's `prepareHeatmapData`
 * @public
 */
export function prepareHeatmap(
  frames: DataFrame[],
  options: HeatmapOptions,
  range: { from: number; to: number },
): PreparedHeatmap {
  if (options.calculate) {
    const { frame, problem } = calculateHeatmap(
      frames,
      readHeatmapCalculation(options.calculation, 'size'),
      range,
    );
    return frame ? whole(heatmapOfCells(frame, options)) : { problem };
  }
  const cells = frames.find(({ meta }) => meta?.type === 'heatmap-cells');
  if (cells) {
    return whole(heatmapOfCells(cells, options));
  }
  const rows =
    frames.findLast(({ meta }) => meta?.type === 'heatmap-rows') ??
    bucketFrame(frames);
  return whole(rows && heatmapOfRows(rows, options));
}

function whole(heatmap: Heatmap | undefined): PreparedHeatmap {
  const cells = (heatmap?.rows.length ?? 0) * (heatmap?.columns.length ?? 0);
  if (!heatmap || cells === 0) {
    return { problem: { kind: 'no-values' } };
  }
  return cells > MOST_CELLS
    ? { problem: { kind: 'too-many-cells', cells } }
    : { heatmap };
}

/** Series as buckets: in the order of their names when all are numbers, else as they come. */
function bucketFrame(frames: DataFrame[]): DataFrame | undefined {
  const { time, fields } = alignFrames(frames);
  const buckets = fields.filter(({ type }) => type === 'number');
  if (!time || buckets.length === 0) {
    return undefined;
  }
  const bounds = new Map(
    buckets.map(field => [
      field,
      boundOf(field.state?.displayName ?? field.name),
    ]),
  );
  if (buckets.every(field => !Number.isNaN(bounds.get(field)))) {
    // Two infinities have no difference.
    buckets.sort((a, b) => (bounds.get(a)! < bounds.get(b)! ? -1 : 1));
  }
  return {
    refId: frames.length === 1 ? frames[0].refId : undefined,
    fields: [time, ...buckets],
  };
}

/** As Prometheus writes bounds; a number may have text behind it. */
function boundOf(text: string): number {
  const infinity = /^([+-])?inf(inity)?$/i.exec(text.trim());
  return infinity ? Number(`${infinity[1] ?? ''}Infinity`) : parseFloat(text);
}
