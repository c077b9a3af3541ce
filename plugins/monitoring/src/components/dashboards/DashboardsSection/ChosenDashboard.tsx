import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { LoadFailed } from '../../LoadFailed';
import { LoadedDashboard } from './LoadedDashboard';
import { useDashboard } from './useDashboards';

const useStyles = makeStyles(theme => ({
  skeleton: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
  },
}));

/** Props of {@link ChosenDashboard}. */
export interface ChosenDashboardProps {
  entityRef: string;
  uid: string;
  alerts?: ActiveAlert[];
}

/** Loads a dashboard and shows it. */
export function ChosenDashboard(props: ChosenDashboardProps) {
  const { entityRef, uid } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { value, error, refresh } = useDashboard(entityRef, uid);

  if (value) {
    return (
      <LoadedDashboard
        entityRef={entityRef}
        answer={value}
        alerts={props.alerts}
      />
    );
  }
  if (error) {
    return (
      <LoadFailed
        error={error}
        what={t('dashboards.failedOne')}
        onRetry={refresh}
      />
    );
  }
  return (
    <div
      className={classes.skeleton}
      role="status"
      aria-label={t('dashboards.loadingOne')}
    >
      <Skeleton variant="rect" height={296} />
      <Skeleton variant="rect" height={296} />
    </div>
  );
}
