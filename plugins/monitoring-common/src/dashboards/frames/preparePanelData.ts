import { PanelQueryResult } from '../../api/types';
import { transformFrames } from '../transformations/transformFrames';
import { PanelModel } from '../types';
import { configureFrames, PanelDataContext } from './configureFrames';
import { DataFrame } from './DataFrame';
import { framesOfResult } from './framesOfResult';

/**
 * From the answers to a panel's queries to what the panel shows: frames → transformations →
 * configuration, names, ranges.
 *
 * @public
 */
export function preparePanelData(
  panel: Pick<PanelModel, 'targets' | 'transformations' | 'fieldConfig'> &
    Partial<Pick<PanelModel, 'scopedVariables'>>,
  result: Pick<PanelQueryResult, 'frames' | 'sourceTransformations'>,
  context: PanelDataContext,
): DataFrame[] {
  const scoped = panel.scopedVariables ?? context.scoped;
  return configureFrames(
    panel,
    transformFrames(
      framesOfResult(result.frames, panel.targets),
      [...(result.sourceTransformations ?? []), ...panel.transformations],
      { ...context, scoped },
    ),
    context,
  );
}
