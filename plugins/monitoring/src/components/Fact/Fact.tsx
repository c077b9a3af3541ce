import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    minWidth: 0,
  },
  detail: {
    margin: 0,
    color: theme.palette.textSubtle,
  },
  value: {
    margin: 0,
    fontSize: 24,
    fontWeight: 500,
    lineHeight: 1.3,
    fontVariantNumeric: 'tabular-nums',
  },
  compact: {
    fontSize: 20,
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link Fact}. */
export interface FactProps {
  label: string;
  value: ReactNode;
  details?: (ReactNode | undefined)[];
  compact?: boolean;
  /** A last known figure: it must not look new. */
  subtle?: boolean;
}

/** A large figure with its name and what it means; stands in a `dl`. */
export function Fact(props: FactProps) {
  const classes = useStyles();
  const valueClass = [
    classes.value,
    props.compact ? classes.compact : '',
    props.subtle ? classes.subtle : '',
  ].join(' ');

  return (
    <div className={classes.root}>
      <Typography className={classes.detail} variant="caption" component="dt">
        {props.label}
      </Typography>
      <dd className={valueClass}>{props.value}</dd>
      {props.details?.filter(Boolean).map((detail, index) => (
        <Typography
          key={index}
          className={classes.detail}
          style={{ display: 'block' }}
          variant="caption"
          component="dd"
        >
          {detail}
        </Typography>
      ))}
    </div>
  );
}
