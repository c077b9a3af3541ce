import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useSloPageLayout } from './useSloPageLayout';

const useStyles = makeStyles(theme => ({
  card: {
    padding: theme.spacing(2, 2.5),
  },
  title: {
    marginBottom: theme.spacing(2),
  },
}));

/** Keeps the place of the page's parts while they load. */
export function SloPageSkeleton(props: { label: string }) {
  const layout = useSloPageLayout();
  const classes = useStyles();
  const card = (height: number) => (
    <Card className={classes.card}>
      <Skeleton className={classes.title} width="30%" height={28} />
      <Skeleton variant="rect" height={height} />
    </Card>
  );
  return (
    <div className={layout.stack} role="status" aria-label={props.label}>
      {card(64)}
      <div className={layout.columns}>
        <div className={layout.stack}>
          {card(264)}
          {card(460)}
        </div>
        <div className={layout.stack}>
          {card(280)}
          {card(240)}
        </div>
      </div>
      {card(144)}
    </div>
  );
}
