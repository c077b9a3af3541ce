import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityAlerts } from '../../hooks/useEntityMonitoring';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { monitoringTranslationRef } from '../../translation';
import { compareAlerts } from '../AlertList';
import { AlertListSkeleton } from '../AlertList/AlertListSkeleton';
import { AlertSummaryRow } from '../AlertSummaryRow';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { SourceHealthBanner, withBackend } from '../SourceHealthBanner';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > li:last-child': { borderBottom: 'none' },
  },
});

/**
 * The firing alerts of an entity, budgets included, for its overview.
 *
 * @public
 */
export function EntityAlertsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const pathOf = useMonitoringPath();
  const polled = useEntityAlerts(entityRef);
  const { value, error, refresh } = polled;
  const firing = value?.items
    .filter(alert => alert.state === 'firing')
    .sort(compareAlerts);

  const content = () => {
    if (firing && firing.length > 0) {
      return (
        <ul className={classes.list} aria-label={t('cards.alertsTitle')}>
          {firing.map(alert => (
            <AlertSummaryRow key={alert.id} alert={alert} />
          ))}
        </ul>
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
