import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2, 2.5),
  },
}));

/** Props of {@link CardSkeleton}. */
export interface CardSkeletonProps {
  /** What loads, for those who listen. */
  label: string;
  rows?: number;
}

/** Keeps the place of a card while it loads. */
export function CardSkeleton(props: CardSkeletonProps) {
  const classes = useStyles();
  return (
    <Card className={classes.root} role="status" aria-label={props.label}>
      <Skeleton height={36} width="30%" />
      {Array.from({ length: props.rows ?? 3 }, (_, index) => (
        <Skeleton key={index} height={32} />
      ))}
    </Card>
  );
}
