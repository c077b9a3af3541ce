import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { monitoringTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'row',
    alignItems: 'center',
    gap: theme.spacing(2.5),
    minHeight: 96,
    padding: theme.spacing(2, 2.5),
    borderLeft: `4px solid ${theme.palette.divider}`,
  },
  text: {
    flex: 1,
  },
}));

/** Keeps the place of the header while the state of the service loads. */
export function HealthHeaderSkeleton(props: { entityName: string }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  return (
    <Card
      className={classes.root}
      role="status"
      aria-label={t('health.loading', { entity: props.entityName })}
    >
      <Skeleton variant="circle" width={36} height={36} />
      <div className={classes.text}>
        <Skeleton width="30%" height={28} />
        <Skeleton width="70%" />
      </div>
    </Card>
  );
}
