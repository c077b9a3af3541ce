import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { LabelState, STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: alpha(theme.palette.text.primary, 0.06),
  },
  icon: {
    fontSize: 18,
  },
}));

/** A remark on a card's figures: why they are old, or not yet whole. */
export function SloNote(props: { state: LabelState; children: ReactNode }) {
  const classes = useStyles();
  const { Icon } = STATE_LOOKS[props.state];
  return (
    <Typography className={classes.root} variant="body2" component="div">
      <Icon className={classes.icon} aria-hidden />
      <span>{props.children}</span>
    </Typography>
  );
}
