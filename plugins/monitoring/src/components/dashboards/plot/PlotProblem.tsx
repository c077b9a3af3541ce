import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { NoDataNotice } from '../NoDataNotice';
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
  return title === undefined ? (
    <NoDataNotice panel={panel} text={text} />
  ) : (
    <PanelNotice
      Icon={ErrorOutlineIcon}
      compact={isCompact(panel.gridPos)}
      title={title}
      text={text ?? t('dashboards.panel.noDataHelp')}
    />
  );
}
