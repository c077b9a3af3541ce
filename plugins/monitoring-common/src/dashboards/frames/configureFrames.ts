import { TransformationContext } from '../transformations/Transform';
import { PanelModel } from '../types';
import { interpolateVariables } from '../variables/interpolateVariables';
import { applyFieldConfig } from './applyFieldConfig';
import { DataFrame } from './DataFrame';
import { writeFieldName } from './writeFieldName';

/** What a panel's data is shown with. @public */
export type PanelDataContext = TransformationContext;

/**
 * The last step from the answers to a panel's queries to what it shows: gives the fields the
 * panel's configuration, their names and ranges. For panels without transformations it is the
 * only one after {@link framesOfResult}.
 *
 * @public
 */
export function configureFrames(
  panel: Pick<PanelModel, 'fieldConfig'> &
    Partial<Pick<PanelModel, 'scopedVariables'>>,
  frames: DataFrame[],
  context: PanelDataContext,
): DataFrame[] {
  const { variables, definitions, builtIns } = context;
  const scoped = panel.scopedVariables ?? context.scoped;
  return applyFieldConfig(
    frames,
    panel.fieldConfig,
    (text, field, frame, all) =>
      interpolateVariables(writeFieldName(text, field, frame, all), {
        variables,
        definitions,
        scoped,
        builtIns,
        defaultFormat: 'glob',
      }),
  );
}
