import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import { useEntityAlerts } from '../../hooks/useEntityMonitoring';
import { Polled } from '../../hooks/usePolling';
import { useSloHistory } from '../../hooks/useSlo';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { Banner } from '../Banner';
import {
  failingSources,
  SourceHealthBanner,
  withBackend,
} from '../SourceHealthBanner';
import { BudgetCard } from './BudgetCard';
import { BurnRateCard } from './BurnRateCard';
import { DefinitionCard } from './DefinitionCard';
import { EventsCard } from './EventsCard';
import { QueriesCard } from './QueriesCard';
import { sloHeadline } from './sloHeadline';
import { SloHeader } from './SloHeader';
import { SpendingCard } from './SpendingCard';
import { useSloPageLayout } from './useSloPageLayout';

/** Props of {@link SloPageContent}. */
export interface SloPageContentProps {
  detail: SloDetailResponse;
  polled: Polled<SloDetailResponse>;
}

/** The page of an SLO that is known: the answer, then the evidence. */
export function SloPageContent(props: SloPageContentProps) {
  const { detail, polled } = props;
  const { status, warnings } = detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const layout = useSloPageLayout();
  const history = useSloHistory(status);
  const alerts = useEntityAlerts(status.entityRef, status.environment);
  const sources = withBackend(
    [...detail.health, ...(alerts.value?.health ?? [])],
    polled,
  );
  const headline = sloHeadline(status, sources);
  const others = failingSources(sources).filter(
    one => one.source !== headline.source?.source,
  );
  const isMeasured = status.state !== 'invalid';
  const refresh = () => {
    polled.refresh();
    alerts.refresh();
    history.refresh();
  };

  return (
    <div className={layout.stack}>
      <SloHeader
        detail={detail}
        headline={headline}
        alerts={(alerts.value?.items ?? []).filter(
          ({ sloId }) => sloId === status.id,
        )}
        history={history.value}
        onRetry={refresh}
      />
      {others.length > 0 && <SourceHealthBanner sources={others} />}
      {warnings.map(({ message, severity }) => (
        <Banner
          key={message}
          Icon={ReportProblemOutlinedIcon}
          tone={severity === 'error' ? 'error' : 'warning'}
        >
          <strong>{t('sloPage.warningTitle')}</strong> {message}
        </Banner>
      ))}
      <div className={layout.columns}>
        <div className={layout.stack}>
          {isMeasured && <BudgetCard slo={status} history={history} />}
          {isMeasured && <BurnRateCard detail={detail} />}
          {!isMeasured && <DefinitionCard detail={detail} />}
        </div>
        <div className={layout.stack}>
          {isMeasured && <DefinitionCard detail={detail} />}
          {isMeasured && (
            <SpendingCard detail={detail} history={history.value} />
          )}
        </div>
      </div>
      {isMeasured && <EventsCard detail={detail} history={history} />}
      <QueriesCard detail={detail} />
    </div>
  );
}
