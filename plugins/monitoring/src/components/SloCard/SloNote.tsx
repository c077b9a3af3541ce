import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { LabelState, STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
  boxed: {
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: alpha(theme.palette.text.primary, 0.06),
  },
  flush: {
    padding: theme.spacing(1.25, 2.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    color: theme.palette.textSubtle,
    '& > svg': { marginTop: 1 },
  },
  icon: {
    fontSize: 18,
  },
}));

/** Props of {@link SloNote}. */
export interface SloNoteProps {
  state: LabelState;
  /** Below a table, from edge to edge of the card. */
  flush?: boolean;
  children: ReactNode;
}

/** A remark on a card's figures: why they are old, or not yet whole, or how to read them. */
export function SloNote(props: SloNoteProps) {
  const classes = useStyles();
  const { Icon } = STATE_LOOKS[props.state];
  return (
    <Typography
      className={`${classes.root} ${
        props.flush ? classes.flush : classes.boxed
      }`}
      variant="body2"
      component="div"
    >
      <Icon className={classes.icon} aria-hidden />
      <span>{props.children}</span>
    </Typography>
  );
}
