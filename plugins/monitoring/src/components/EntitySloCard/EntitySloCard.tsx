import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { compareSloUrgency } from '@sightline/backstage-plugin-monitoring-common';
import { useEntitySlos } from '../../hooks/useEntityMonitoring';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { monitoringTranslationRef } from '../../translation';
import { LoadFailed } from '../LoadFailed';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { SloRow } from '../SloRow';
import { SourceHealthBanner, withBackend } from '../SourceHealthBanner';
import { WidgetSkeleton } from '../SloWidget/WidgetSkeleton';

/**
 * The SLOs of an entity, one line each, for its overview.
 *
 * @public
 */
export function EntitySloCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(monitoringTranslationRef);
  const pathOf = useMonitoringPath();
  const polled = useEntitySlos(entityRef);
  const { value, error, refresh } = polled;

  const content = () => {
    if (value && value.items.length > 0) {
      return (
        <RowList label={t('cards.slosTitle')}>
          {[...value.items].sort(compareSloUrgency).map(slo => (
            <SloRow key={slo.id} slo={slo} />
          ))}
        </RowList>
      );
    }
    if (value) {
      return <Typography variant="body2">{t('cards.noSlos')}</Typography>;
    }
    return error ? (
      <LoadFailed error={error} what={t('loadFailed.slos')} onRetry={refresh} />
    ) : (
      <WidgetSkeleton rows={2} />
    );
  };

  return (
    <SectionCard
      title={t('cards.slosTitle')}
      footer={<Link to={pathOf(entityRef)}>{t('cards.openMonitoring')}</Link>}
    >
      {value && (
        <SourceHealthBanner sources={withBackend(value.health, polled)} />
      )}
      {content()}
    </SectionCard>
  );
}
