import { useTranslationRef } from '@backstage/frontend-plugin-api';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { isCompact, PanelNotice } from './PanelNotice';

/** Props of {@link NoDataNotice}. */
export interface NoDataNoticeProps {
  panel: Pick<PanelModel, 'gridPos' | 'fieldConfig'>;
  /** Why there is none, where that is known. */
  text?: string;
}

/** What a panel says that has no data: in the words of its author, if it has such. */
export function NoDataNotice({ panel, text }: NoDataNoticeProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    <PanelNotice
      Icon={RemoveCircleOutlineIcon}
      compact={isCompact(panel.gridPos)}
      title={panel.fieldConfig.defaults.noValue ?? t('dashboards.panel.noData')}
      text={text ?? t('dashboards.panel.noDataHelp')}
    />
  );
}
