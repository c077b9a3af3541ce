import { ComponentType, ReactNode } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Tone, toneColors } from '../../theme/toneColors';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
    padding: theme.spacing(1.5, 2),
    borderRadius: theme.shape.borderRadius,
  },
  icon: {
    fontSize: 20,
  },
  text: {
    flex: '1 1 200px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link Banner}. */
export interface BannerProps {
  Icon: ComponentType<SvgIconProps>;
  tone: Tone;
  /** What can be done about it. */
  action?: ReactNode;
  /** `alert` is read out when it appears. */
  role?: 'alert' | 'status';
  children: ReactNode;
}

/** Something that holds for everything below it. */
export function Banner(props: BannerProps) {
  const { Icon, tone, action, role, children } = props;
  const classes = useStyles();
  const colors = toneColors(useTheme(), tone);
  return (
    <div
      className={classes.root}
      style={{ backgroundColor: colors.tint }}
      role={role}
    >
      <Icon
        className={classes.icon}
        style={{ color: colors.icon }}
        aria-hidden
      />
      <Typography className={classes.text} variant="body2" component="div">
        {children}
      </Typography>
      {action}
    </div>
  );
}
