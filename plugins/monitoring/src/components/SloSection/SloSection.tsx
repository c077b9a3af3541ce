import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  compareSloUrgency,
  EntitySlosResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { Polled } from '../../hooks/usePolling';
import {
  monitoringSlosTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { SloCard, SloCardSkeleton } from '../SloCard';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    gap: theme.spacing(3),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** Props of {@link SloSection}. */
export interface SloSectionProps {
  slos: Polled<EntitySlosResponse>;
  /** The entity's alerts; burn-rate alerts show on the card of their SLO. */
  alerts: ActiveAlert[];
  /** How many SLOs are expected, so that their place is kept while they load. */
  expected: number;
}

/** The SLOs of an entity, most urgent first. */
export function SloSection(props: SloSectionProps) {
  const { slos, alerts, expected } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const items = slos.value?.items;

  if (items && items.length > 0) {
    return (
      <ul className={classes.grid} aria-label={t('slo.sectionTitle')}>
        {[...items].sort(compareSloUrgency).map(slo => (
          <li key={slo.id}>
            <SloCard
              slo={slo}
              alerts={alerts.filter(alert => alert.sloId === slo.id)}
            />
          </li>
        ))}
      </ul>
    );
  }
  if (items || slos.error) {
    return (
      <SectionCard title={t('slo.sectionTitle')} flush>
        {slos.error && !items ? (
          <LoadFailed
            error={slos.error}
            what={tShared('loadFailed.slos')}
            onRetry={slos.refresh}
          />
        ) : (
          <EmptyState
            state="not-monitored"
            title={t('slo.emptyTitle')}
            text={t('slo.emptyText')}
          />
        )}
      </SectionCard>
    );
  }
  return (
    <div className={classes.grid} role="status" aria-label={t('slo.loading')}>
      {Array.from({ length: Math.max(1, expected) }, (_, index) => (
        <SloCardSkeleton key={index} />
      ))}
    </div>
  );
}
