import { PanelQueryResult } from '../../api/types';
import { transformFrames } from '../transformations/transformFrames';
import { PanelModel, VariableValues } from '../types';
import { interpolateVariables } from '../variables/interpolateVariables';
import { applyFieldConfig } from './applyFieldConfig';
import { DataField, DataFrame } from './DataFrame';
import { framesOfResult } from './framesOfResult';

/** What a panel's data is shown with. @public */
export interface PanelDataContext {
  variables: VariableValues;
  /** IANA name; absent means the reader's. */
  timeZone?: string;
}

/**
 * From the answers to a panel's queries to what the panel shows: frames → transformations →
 * configuration, names, ranges.
 *
 * @public
 */
export function preparePanelData(
  panel: Pick<PanelModel, 'targets' | 'transformations' | 'fieldConfig'>,
  result: Pick<PanelQueryResult, 'frames'>,
  context: PanelDataContext,
): DataFrame[] {
  const write = (text: string, field: DataField) =>
    interpolateVariables(
      text.replace(
        /\$\{__field\.labels\.([^}]+)\}/g,
        (_, label: string) => field.labels?.[label] ?? '',
      ),
      { variables: context.variables, defaultFormat: 'text' },
    );
  return applyFieldConfig(
    transformFrames(
      framesOfResult(result.frames, panel.targets),
      panel.transformations,
      context,
    ),
    panel.fieldConfig,
    write,
  );
}
