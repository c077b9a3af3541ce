import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LabelState, STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1.25, 2.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    color: theme.palette.textSubtle,
  },
  icon: {
    fontSize: 18,
    marginTop: 1,
  },
}));

/** A remark below a card's table. */
export function CardNote(props: { state: LabelState; children: ReactNode }) {
  const classes = useStyles();
  const { Icon } = STATE_LOOKS[props.state];
  return (
    <Typography className={classes.root} variant="body2" component="div">
      <Icon className={classes.icon} aria-hidden />
      <span>{props.children}</span>
    </Typography>
  );
}
