import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import {
  ActiveAlert,
  DashboardSummary,
} from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../../hooks/useUrlState';
import { errorText } from '../../../api/errorText';
import { hasStatus } from '../../../api/hasStatus';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { CenteredMessage } from '../../CenteredMessage';
import { LoadFailed } from '../../LoadFailed';
import { DashboardContext } from '../DashboardContext';
import { useDashboard } from './useDashboards';

/** Read while the dashboard itself is on its way. */
const loadCode = () => import('./LoadedDashboard');
const LoadedDashboard = lazy(async () => ({
  default: (await loadCode()).LoadedDashboard,
}));

/** What a dashboard takes as long as nobody knows, in pixels: the page does not jump when one arrives. */
export const DASHBOARD_HEIGHT = 640;

const useStyles = makeStyles(theme => ({
  skeleton: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignContent: 'start',
    minHeight: DASHBOARD_HEIGHT,
    gap: theme.spacing(1),
    padding: theme.spacing(1),
  },
}));

const NO_ALERTS: ActiveAlert[] = [];

/** Props of {@link ChosenDashboard}. */
export interface ChosenDashboardProps {
  entityRef: string;
  uid: string;
  /** The entity's own. */
  dashboards: DashboardSummary[];
  alerts?: ActiveAlert[];
  /** Called when it is read, or cannot be; then nobody knows its title. */
  onSettled: (uid: string, title: string | undefined) => void;
  onChoose: (uid: string) => void;
}

/** Loads a dashboard and shows it. */
export function ChosenDashboard(props: ChosenDashboardProps) {
  const { entityRef, uid, dashboards, alerts = NO_ALERTS } = props;
  const { onSettled, onChoose } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { pathAfter } = useUrlState();
  const { value, error, refresh } = useDashboard(entityRef, uid);
  useEffect(() => {
    // Should it fail, drawing the dashboard tries again and says so.
    loadCode().catch(() => {});
  }, []);
  useEffect(() => {
    if (value || error) {
      onSettled(uid, value?.title);
    }
  }, [value, error, uid, onSettled]);
  const surroundings = useMemo(
    () => ({
      entityRef,
      uid,
      alerts,
      dashboards,
      pathOf: (other: string) => pathAfter(changesTo(other)),
      openDashboard: onChoose,
    }),
    [entityRef, uid, alerts, dashboards, pathAfter, onChoose],
  );

  const skeleton = (
    <div
      className={classes.skeleton}
      role="status"
      aria-label={t('dashboards.loadingOne')}
    >
      <Skeleton variant="rect" height={296} />
      <Skeleton variant="rect" height={296} />
    </div>
  );
  if (value) {
    return (
      <DashboardContext.Provider value={surroundings}>
        <Suspense fallback={skeleton}>
          <LoadedDashboard
            entityRef={entityRef}
            answer={value}
            alerts={props.alerts}
          />
        </Suspense>
      </DashboardContext.Provider>
    );
  }
  if (error && hasStatus(error, 404)) {
    const [first] = dashboards.filter(one => one.uid !== uid);
    return (
      <CenteredMessage
        role="alert"
        Icon={SearchIcon}
        title={t('dashboards.gone.title')}
        text={t('dashboards.gone.text')}
        action={
          first && (
            <Button size="small" onClick={() => onChoose(first.uid)}>
              {t('dashboards.gone.first')}
            </Button>
          )
        }
      />
    );
  }
  if (error) {
    return (
      <LoadFailed
        error={error}
        what={t('dashboards.failedOne')}
        forbidden={{
          title: t('dashboards.gone.forbiddenTitle'),
          text: [errorText(error), t('dashboards.gone.forbiddenText')].join(
            ' ',
          ),
        }}
        reason={errorText(error)}
        onRetry={refresh}
      />
    );
  }
  return skeleton;
}

/** What changes in the address with the dashboard: a part of the old one is none of the new. */
export function changesTo(uid: string) {
  return { dashboard: uid, viewPanel: undefined, dtab: undefined };
}
