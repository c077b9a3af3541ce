import { ReactNode } from 'react';
import SvgIcon from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    height: '100%',
    overflowY: 'auto',
    padding: theme.spacing(0, 2),
    textAlign: 'center',
  },
  icon: {
    color: theme.palette.textSubtle,
  },
  text: {
    maxWidth: 440,
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link PanelNotice}. */
export interface PanelNoticeProps {
  Icon: typeof SvgIcon;
  title: string;
  text: string;
  action?: ReactNode;
  role?: 'alert' | 'status';
}

/** What a panel says instead of showing data. */
export function PanelNotice(props: PanelNoticeProps) {
  const { Icon } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.role}>
      <Icon className={classes.icon} aria-hidden />
      <Typography variant="subtitle2" component="p">
        {props.title}
      </Typography>
      <Typography variant="caption" className={classes.text}>
        {props.text}
      </Typography>
      {props.action && (
        <Typography variant="caption" component="div">
          {props.action}
        </Typography>
      )}
    </div>
  );
}
