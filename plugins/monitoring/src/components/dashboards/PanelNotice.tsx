import { ReactNode } from 'react';
import SvgIcon from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    gap: theme.spacing(0.5),
    height: '100%',
    overflowY: 'auto',
    padding: theme.spacing(0, 2),
    textAlign: 'center',
  },
  icon: {
    color: theme.palette.textSubtle,
  },
  tight: {
    padding: 0,
  },
  hidden: visuallyHidden,
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
  /** In a panel too small for more than the title; the text is read out and shown on hover. */
  compact?: boolean;
}

/** Whether a panel has no room for a sentence; width and height in cells of the grid. */
export function isCompact({ w, h }: { w: number; h: number }): boolean {
  return h < 5 || w < 5;
}

/** What a panel says instead of showing data. */
export function PanelNotice(props: PanelNoticeProps) {
  const { Icon, title, text, compact } = props;
  const classes = useStyles();
  return (
    <div
      className={`${classes.root} ${compact ? classes.tight : ''}`}
      role={props.role}
      title={compact ? text : undefined}
    >
      {!compact && <Icon className={classes.icon} aria-hidden />}
      <Typography variant={compact ? 'caption' : 'subtitle2'} component="p">
        {title}
      </Typography>
      <Typography
        variant="caption"
        className={compact ? classes.hidden : classes.text}
      >
        {text}
      </Typography>
      {props.action && (
        <Typography variant="caption" component="div">
          {props.action}
        </Typography>
      )}
    </div>
  );
}
