import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LabelState, STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(3, 2.5),
    textAlign: 'center',
  },
  icon: {
    fontSize: 32,
    color: theme.palette.textSubtle,
  },
  text: {
    maxWidth: 480,
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  state: LabelState;
  title: string;
  text: string;
  action?: ReactNode;
}

/** What stands where a list has nothing to list. */
export function EmptyState(props: EmptyStateProps) {
  const classes = useStyles();
  const { Icon } = STATE_LOOKS[props.state];
  return (
    <div className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      <Typography variant="subtitle1" component="p">
        {props.title}
      </Typography>
      <Typography variant="body2" className={classes.text}>
        {props.text}
      </Typography>
      {props.action}
    </div>
  );
}
