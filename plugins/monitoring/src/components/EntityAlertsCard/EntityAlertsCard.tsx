import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { useEntityAlerts } from '../../hooks/useEntityMonitoring';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { monitoringTranslationRef } from '../../translation';
import { compareAlerts } from '../AlertList';
import { AlertListSkeleton } from '../AlertList/AlertListSkeleton';
import { AlertSummaryRow } from '../AlertSummaryRow';
import { LoadFailed } from '../LoadFailed';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { SourceHealthBanner, withBackend } from '../SourceHealthBanner';

/**
 * The firing alerts of an entity, budgets included, for its overview.
 *
 * @public
 */
export function EntityAlertsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(monitoringTranslationRef);
  const pathOf = useMonitoringPath();
  const polled = useEntityAlerts(entityRef);
  const { value, error, refresh } = polled;
  const firing = value?.items
    .filter(alert => alert.state === 'firing')
    .sort(compareAlerts);

  const content = () => {
    if (firing && firing.length > 0) {
      return (
        <RowList label={t('cards.alertsTitle')}>
          {firing.map(alert => (
            <AlertSummaryRow key={alert.id} alert={alert} />
          ))}
        </RowList>
      );
    }
    if (firing) {
      return <Typography variant="body2">{t('cards.noAlerts')}</Typography>;
    }
    return error ? (
      <LoadFailed
        error={error}
        what={t('loadFailed.alerts')}
        onRetry={refresh}
      />
    ) : (
      <AlertListSkeleton />
    );
  };

  return (
    <SectionCard
      title={t('cards.alertsTitle')}
      aside={
        firing &&
        firing.length > 0 &&
        t('alerts.firingCount', { count: firing.length })
      }
      footer={<Link to={pathOf(entityRef)}>{t('cards.openMonitoring')}</Link>}
    >
      {value && (
        <SourceHealthBanner sources={withBackend(value.health, polled)} />
      )}
      {content()}
    </SectionCard>
  );
}
