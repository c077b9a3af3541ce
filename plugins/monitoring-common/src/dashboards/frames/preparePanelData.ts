import { PanelQueryResult } from '../../api/types';
import { TransformationContext } from '../transformations/Transform';
import { transformFrames } from '../transformations/transformFrames';
import { PanelModel } from '../types';
import { interpolateVariables } from '../variables/interpolateVariables';
import { applyFieldConfig } from './applyFieldConfig';
import { DataFrame } from './DataFrame';
import { framesOfResult } from './framesOfResult';
import { writeFieldName } from './writeFieldName';

/** What a panel's data is shown with. @public */
export type PanelDataContext = TransformationContext;

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
  const { variables, definitions, builtIns } = context;
  const scoped = panel.scopedVariables ?? context.scoped;
  return applyFieldConfig(
    transformFrames(
      framesOfResult(result.frames, panel.targets),
      [...(result.sourceTransformations ?? []), ...panel.transformations],
      { ...context, scoped },
    ),
    panel.fieldConfig,
    (text, field, frame, frames) =>
      interpolateVariables(writeFieldName(text, field, frame, frames), {
        variables,
        definitions,
        scoped,
        builtIns,
        defaultFormat: 'glob',
      }),
  );
}
