import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { monitoringTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 2.5),
    minHeight: 132,
  },
}));

/** Keeps the place of the alerts while they load. */
export function AlertListSkeleton() {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={t('alerts.loading')}
    >
      <Skeleton height={36} />
      <Skeleton height={36} width="80%" />
    </div>
  );
}
