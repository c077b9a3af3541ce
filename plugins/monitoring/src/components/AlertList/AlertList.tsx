import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { AlertListResponse } from '@sightline/backstage-plugin-monitoring-common';
import { Polled } from '../../hooks/usePolling';
import { monitoringTranslationRef } from '../../translation';
import { EmptyState } from '../EmptyState';
import { lazily } from '../lazily';
import { LoadFailed } from '../LoadFailed';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { compareAlerts } from './alertOrder';
import { AlertListSkeleton } from './AlertListSkeleton';

const AlertRow = lazily(() =>
  import('./AlertRow').then(module => module.AlertRow),
);

/** Props of {@link AlertList}. */
export interface AlertListProps {
  alerts: Polled<AlertListResponse>;
  entityName: string;
  /** Whether every source of alerts answers, so that "nothing" means nothing. */
  isTrusted: boolean;
  /** Shows a dashboard of the entity on this page. */
  onShowDashboard?: (uid: string) => void;
}

/** The alerts of an entity, most urgent first. Alerts on budgets stand on their SLO's card. */
export function AlertList(props: AlertListProps) {
  const { alerts, entityName, isTrusted } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const items = alerts.value?.items.filter(one => one.sloId === undefined);
  const hasBurnAlerts = alerts.value?.items.some(one => one.sloId);
  const firing = items?.filter(one => one.state === 'firing').length ?? 0;

  const content = () => {
    if (items && items.length > 0) {
      return (
        <RowList>
          {[...items].sort(compareAlerts).map(alert => (
            <AlertRow
              key={alert.id}
              alert={alert}
              onShowDashboard={props.onShowDashboard}
            />
          ))}
        </RowList>
      );
    }
    if (items && isTrusted) {
      return (
        <EmptyState
          state="ok"
          title={t('alerts.emptyTitle')}
          text={t('alerts.emptyText', { entity: entityName })}
        />
      );
    }
    if (items) {
      return (
        <EmptyState
          state="unknown"
          title={t('alerts.emptyOldTitle')}
          text={t('alerts.emptyOldText')}
        />
      );
    }
    if (alerts.error) {
      return (
        <LoadFailed
          error={alerts.error}
          what={t('loadFailed.alerts')}
          onRetry={alerts.refresh}
        />
      );
    }
    return <AlertListSkeleton />;
  };

  return (
    <SectionCard
      title={t('alerts.title')}
      aside={firing > 0 && t('alerts.firingCount', { count: firing })}
      flush
      footer={
        hasBurnAlerts && (
          <Typography variant="body2" color="textSecondary">
            {t('alerts.burnAlerts')}
          </Typography>
        )
      }
    >
      {content()}
    </SectionCard>
  );
}
