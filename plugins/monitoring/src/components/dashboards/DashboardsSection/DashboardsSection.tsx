import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Divider from '@material-ui/core/Divider';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { useId } from 'react';
import { useUrlState } from '../../../hooks/useUrlState';
import { monitoringTranslationRef } from '../../../translation';
import { EmptyState } from '../../EmptyState';
import { LoadFailed } from '../../LoadFailed';
import { SectionCard } from '../../SectionCard';
import { ChosenDashboard } from './ChosenDashboard';
import { DashboardChoice } from './DashboardChoice';
import { useDashboards } from './useDashboards';

/** What a dashboard takes at least, in pixels: the page does not jump when one arrives. */
const DASHBOARD_HEIGHT = 640;

const useStyles = makeStyles({
  panel: {
    minHeight: DASHBOARD_HEIGHT,
  },
});

/** Name in the page's address of the dashboard that is shown. */
const DASHBOARD_PARAM = 'dashboard';

/** Props of {@link DashboardsSection}. */
export interface DashboardsSectionProps {
  entityRef: string;
  /** Marked in the panels that they are about. */
  alerts?: ActiveAlert[];
}

/** An entity's dashboards as tabs, and the chosen one. */
export function DashboardsSection(props: DashboardsSectionProps) {
  const { entityRef, alerts } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { params, change } = useUrlState();
  const { value, error, refresh } = useDashboards(entityRef);
  const panelId = useId();

  if (!value) {
    return (
      <SectionCard title={t('dashboards.title')} flush>
        {error ? (
          <LoadFailed
            error={error}
            what={t('dashboards.failed')}
            onRetry={refresh}
          />
        ) : (
          <Skeleton
            variant="rect"
            height={DASHBOARD_HEIGHT}
            role="status"
            aria-label={t('dashboards.loading')}
          />
        )}
      </SectionCard>
    );
  }
  const { items } = value;
  const wanted = params.get(DASHBOARD_PARAM);
  const chosen = items.find(({ uid }) => uid === wanted) ?? items[0];
  if (!chosen) {
    return (
      <SectionCard title={t('dashboards.title')} flush>
        <EmptyState
          state="not-monitored"
          title={t('dashboards.emptyTitle')}
          text={t('dashboards.emptyText')}
        />
      </SectionCard>
    );
  }
  return (
    <SectionCard
      title={t('dashboards.title')}
      aside={
        chosen.pack
          ? t('dashboards.fromPack', { pack: chosen.pack })
          : t('dashboards.linked')
      }
      flush
    >
      <DashboardChoice
        items={items}
        chosen={chosen.uid}
        panelId={panelId}
        onChange={uid => change({ [DASHBOARD_PARAM]: uid })}
      />
      <Divider />
      <div
        id={panelId}
        className={classes.panel}
        role="tabpanel"
        aria-label={chosen.title}
      >
        <ChosenDashboard
          key={chosen.uid}
          entityRef={entityRef}
          uid={chosen.uid}
          alerts={alerts}
        />
      </div>
    </SectionCard>
  );
}
