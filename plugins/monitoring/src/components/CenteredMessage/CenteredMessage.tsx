import { ComponentType, ReactNode } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

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

/** Props of {@link CenteredMessage}. */
export interface CenteredMessageProps {
  Icon: ComponentType<SvgIconProps>;
  title: string;
  text: string;
  /** What can be done about it. */
  action?: ReactNode;
  /** `alert` is read out when it appears. */
  role?: 'alert';
}

/** A message in the place of content. */
export function CenteredMessage(props: CenteredMessageProps) {
  const { Icon, title, text, action, role } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} role={role}>
      <Icon className={classes.icon} aria-hidden />
      <Typography variant="subtitle1" component="p">
        {title}
      </Typography>
      <Typography variant="body2" className={classes.text}>
        {text}
      </Typography>
      {action}
    </div>
  );
}
