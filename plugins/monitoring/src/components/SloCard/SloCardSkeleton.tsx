import Card from '@material-ui/core/Card';
import Divider from '@material-ui/core/Divider';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(theme => ({
  part: {
    padding: theme.spacing(2, 2.5),
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, 1fr)',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  },
  bar: {
    marginBottom: theme.spacing(1.5),
  },
}));

/** Keeps the place of an SLO's card while it loads. */
export function SloCardSkeleton() {
  const classes = useStyles();
  return (
    <Card aria-hidden>
      <div className={classes.part}>
        <Skeleton width="40%" height={28} />
        <Skeleton width="60%" height={20} />
      </div>
      <Divider />
      <div className={classes.part}>
        <div className={classes.facts}>
          {[0, 1, 2].map(index => (
            <Skeleton key={index} variant="rect" height={68} />
          ))}
        </div>
        <Skeleton className={classes.bar} variant="rect" height={12} />
        <Skeleton variant="rect" height={48} />
      </div>
    </Card>
  );
}
