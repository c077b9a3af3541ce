import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';

const PERCENT = new Intl.NumberFormat('en-US', {
  style: 'percent',
  maximumSignificantDigits: 3,
});

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.2em',
    fontWeight: 500,
    whiteSpace: 'nowrap',
    '& svg': { fontSize: '1em' },
  },
});

/** How much a figure has changed. */
export function PercentChange(props: {
  /** In percent. */
  change: number;
  /** In pixels. */
  size: number;
  /** For CSS. */
  color: string;
}) {
  const classes = useStyles();
  const { change, size, color } = props;
  return (
    <div className={classes.root} style={{ color, fontSize: size }}>
      {change > 0 && <ArrowUpwardIcon aria-hidden />}
      {change < 0 && <ArrowDownwardIcon aria-hidden />}
      {PERCENT.format(change / 100)}
    </div>
  );
}
