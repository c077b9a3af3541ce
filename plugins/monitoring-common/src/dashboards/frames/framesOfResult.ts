import { PanelFrame } from '../../api/types';
import { PanelTarget } from '../types';
import { DataFrame } from './DataFrame';
import { heatmapFrames } from './heatmapFrames';
import { seriesFrames } from './seriesFrames';
import { tableFrames } from './tableFrames';

/**
 * The answers to a panel's queries as Grafana's Prometheus data source gives them to a panel: each
 * series is a frame of its own, unless the query wants a table or a heatmap. Those stand behind the
 * series, as in Grafana.
 *
 * @param targets - of the panel: they tell the format of answers that do not tell it themselves, and
 *   whether there are expressions: answers that they calculate with are not named in the browser
 * @public
 */
export function framesOfResult(
  frames: PanelFrame[],
  targets: Pick<PanelTarget, 'refId' | 'format' | 'expression'>[],
): DataFrame[] {
  const formats = new Map(targets.map(one => [one.refId, one.format]));
  const withFormat = (format: PanelFrame['format']) =>
    frames.filter(
      frame =>
        (frame.format ?? formats.get(frame.refId) ?? 'time_series') === format,
    );
  return [
    ...seriesFrames(withFormat('time_series'), {
      isCalculated: targets.some(({ expression }) => expression !== undefined),
    }),
    ...tableFrames(withFormat('table')),
    ...heatmapFrames(withFormat('heatmap')),
  ];
}
