import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Divider from '@material-ui/core/Divider';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  DashboardSummary,
} from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../../hooks/useUrlState';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { EmptyState } from '../../EmptyState';
import { lazily } from '../../lazily';
import { LoadFailed } from '../../LoadFailed';
import { SectionCard } from '../../SectionCard';
import { OtherDashboards } from '../OtherDashboards';
import {
  changesTo,
  ChosenDashboard,
  DASHBOARD_HEIGHT,
} from './ChosenDashboard';
import { DashboardChoice } from './DashboardChoice';
import { useDashboards } from './useDashboards';
import { useKeptHeight } from './useKeptHeight';

/** Not everybody has it. */
const ExploreLink = lazily(() =>
  import('../../Explore/ExploreLink').then(module => module.ExploreLink),
);

/** Name in the page's address of the dashboard that is shown. */
const DASHBOARD_PARAM = 'dashboard';

const NONE: DashboardSummary[] = [];

const useStyles = makeStyles(theme => ({
  picker: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
}));

/** Props of {@link DashboardsSection}. */
export interface DashboardsSectionProps {
  entityRef: string;
  /** Marked in the panels that they are about. */
  alerts?: ActiveAlert[];
}

/** An entity's dashboards as tabs, others in Grafana to be found, and the chosen one. */
export function DashboardsSection(props: DashboardsSectionProps) {
  const { entityRef, alerts } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { params, change } = useUrlState();
  const { value, error, refresh } = useDashboards(entityRef);
  const panelId = useId();
  const panelRef = useRef<HTMLDivElement>(null);
  const { height, keep, release } = useKeptHeight(panelRef);
  const [picked, setPicked] = useState<{ uid: string; title: string }>();

  const own = value?.items ?? NONE;
  const wanted = params.get(DASHBOARD_PARAM);
  const items = useMemo(
    () =>
      wanted === null || own.some(({ uid }) => uid === wanted)
        ? own
        : [
            ...own,
            {
              uid: wanted,
              title:
                picked?.uid === wanted
                  ? picked.title
                  : t('dashboards.loadingOne'),
              source: 'grafana' as const,
            },
          ],
    [own, wanted, picked, t],
  );
  const chosen = items.find(({ uid }) => uid === wanted) ?? items[0];

  const choose = useCallback(
    (uid: string) => {
      keep();
      change(changesTo(uid));
    },
    [keep, change],
  );
  const onSettled = useCallback(
    (uid: string, title: string | undefined) => {
      release();
      setPicked(old =>
        title === undefined && old?.uid === uid
          ? old
          : { uid, title: title ?? uid },
      );
    },
    [release],
  );
  const picker = (
    <div className={classes.picker}>
      <ExploreLink entityRef={entityRef} />
      <OtherDashboards
        entityRef={entityRef}
        own={own.map(({ uid }) => uid)}
        onChoose={({ uid, title }) => {
          setPicked({ uid, title });
          choose(uid);
        }}
      />
    </div>
  );

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
  if (!chosen) {
    return (
      <SectionCard title={t('dashboards.title')} action={picker} flush>
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
      action={picker}
      flush
    >
      <DashboardChoice
        items={items}
        chosen={chosen.uid}
        panelId={panelId}
        onChange={choose}
      />
      <Divider />
      <div
        ref={panelRef}
        id={panelId}
        style={height ? { minHeight: height } : undefined}
        role="tabpanel"
        aria-label={chosen.title}
      >
        <ChosenDashboard
          key={chosen.uid}
          entityRef={entityRef}
          uid={chosen.uid}
          dashboards={own}
          alerts={alerts}
          onSettled={onSettled}
          onChoose={choose}
        />
      </div>
    </SectionCard>
  );
}
