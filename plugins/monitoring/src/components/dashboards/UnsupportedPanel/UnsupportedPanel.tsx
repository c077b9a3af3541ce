import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import InsertChartOutlinedIcon from '@material-ui/icons/InsertChartOutlined';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { isCompact, PanelNotice } from '../PanelNotice';
import { foreignKind } from './foreignKind';

/** Props of {@link UnsupportedPanel}. */
export interface UnsupportedPanelProps {
  panel: PanelModel;
  /** The panel in Grafana; absent when there is none. */
  grafanaUrl?: string;
}

/** Says what a panel is that is not drawn here, and leads to where it is. */
export function UnsupportedPanel(props: UnsupportedPanelProps) {
  const { panel, grafanaUrl } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const reason = panel.unsupported ?? 'type';
  const kind = reason === 'type' ? foreignKind(panel.type) : undefined;
  return (
    <PanelNotice
      Icon={InsertChartOutlinedIcon}
      title={t('dashboards.panel.unsupportedTitle')}
      text={
        kind
          ? t(`dashboards.figures.foreign.${kind}`)
          : t(`dashboards.panel.unsupported.${reason}`, {
              type: panel.type,
              detail: panel.unsupportedDetail ?? '',
            })
      }
      compact={isCompact(panel.gridPos)}
      action={
        grafanaUrl ? (
          <Link to={grafanaUrl}>{t('dashboards.panel.openInGrafana')}</Link>
        ) : (
          t('dashboards.panel.unsupportedWithoutGrafana')
        )
      }
    />
  );
}
