import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    fontSize: '0.45em',
    fontWeight: 400,
    color: theme.palette.textSubtle,
  },
  icon: {
    fontSize: '1em',
  },
}));

/** How much a figure has changed, in percent. */
export function PercentChange(props: { change?: number }) {
  const classes = useStyles();
  const { change } = props;
  if (change === undefined || !Number.isFinite(change)) {
    return null;
  }
  const Icon = change < 0 ? ArrowDownwardIcon : ArrowUpwardIcon;
  return (
    <span className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      {`${Math.round(change)}%`}
    </span>
  );
}
