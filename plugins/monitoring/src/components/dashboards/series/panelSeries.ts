import {
  ColorTheme,
  PanelModel,
  PanelQueryResult,
  preparePanelData,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, seriesOfFrames } from './seriesOfFrames';

/** All series of a panel with their names, colours and configuration. */
export function panelSeries(
  panel: PanelModel,
  result: PanelQueryResult,
  variables: VariableValues,
  theme: ColorTheme,
): PanelSeries[] {
  return seriesOfFrames(preparePanelData(panel, result, { variables }), theme);
}
