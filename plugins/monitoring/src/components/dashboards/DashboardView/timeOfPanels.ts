import {
  DashboardModel,
  dashboardPanels,
  DashboardVariable,
  interpolateVariables,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { PageTime, PanelTime, panelTime } from './panelTime';

/**
 * Tells the time that each panel of a dashboard shows. One that shows another panel's answers
 * shows them at that one's time.
 */
export function timeOfPanels(
  dashboard: DashboardModel,
  page: PageTime,
  values: { variables: VariableValues; definitions: DashboardVariable[] },
): (panel: PanelModel) => PanelTime {
  const byId = new Map(dashboardPanels(dashboard).map(one => [one.id, one]));
  return panel => {
    const source = panel.targets.find(one => one.source)?.source;
    const owner = (source && byId.get(source.panelId)) ?? panel;
    return panelTime(owner, page, text =>
      interpolateVariables(text, {
        ...values,
        scoped: owner.scopedVariables,
        defaultFormat: 'text',
      }),
    );
  };
}
