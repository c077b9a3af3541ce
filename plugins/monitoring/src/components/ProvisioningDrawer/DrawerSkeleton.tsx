import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { monitoringProvisioningTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2, 3),
  },
}));

/** Keeps the place of the objects while they load. */
export function DrawerSkeleton(props: { label?: string }) {
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={props.label ?? t('provisioning.loading')}
    >
      <Skeleton height={32} width="40%" />
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} height={48} />
      ))}
    </div>
  );
}
