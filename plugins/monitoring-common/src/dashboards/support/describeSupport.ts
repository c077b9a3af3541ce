import { dashboardPanels } from '../model/dashboardPanels';
import { DashboardModel, PanelModel, UnsupportedReason } from '../types';
import { ignoredParts } from './ignoredParts';
import { PanelSupport, SupportReason } from './PanelSupport';

const REASONS: Record<UnsupportedReason, SupportReason['code']> = {
  type: 'panel-type',
  transformations: 'transformation',
  datasource: 'datasource',
  expression: 'expression',
  'library-panel': 'library-panel',
  invalid: 'invalid',
};

/**
 * How far each panel of a dashboard is drawn, and why not further.
 *
 * @public
 */
export function describeSupport(dashboard: DashboardModel): PanelSupport[] {
  return dashboardPanels(dashboard).map(panel => {
    const against = reasonAgainst(panel);
    const reasons = against ? [against] : ignoredParts(panel);
    const drawn = reasons.length ? 'partly' : 'drawn';
    return {
      panelId: panel.id,
      title: panel.title,
      type: panel.type,
      kind: panel.kind,
      state: against ? 'unsupported' : drawn,
      reasons,
    };
  });
}

function reasonAgainst(panel: PanelModel): SupportReason | undefined {
  if (panel.kind !== 'unsupported') {
    return undefined;
  }
  const code = REASONS[panel.unsupported ?? 'invalid'];
  return {
    code,
    detail:
      panel.unsupportedDetail ??
      (code === 'panel-type' ? panel.type : undefined),
  };
}
