import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { isCompact, PanelNotice } from '../PanelNotice';

/** Props of {@link PlotProblem}. */
export interface PlotProblemProps {
  panel: PanelModel;
  /** What is wrong; absent: there is no data. */
  title?: string;
  /** Why, and what to do. */
  text?: string;
}

/** Says why a plot has nothing to show. */
export function PlotProblem({ panel, title, text }: PlotProblemProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    <PanelNotice
      Icon={title ? ErrorOutlineIcon : RemoveCircleOutlineIcon}
      compact={isCompact(panel.gridPos)}
      title={
        title ??
        panel.fieldConfig.defaults.noValue ??
        t('dashboards.panel.noData')
      }
      text={text ?? t('dashboards.panel.noDataHelp')}
    />
  );
}
