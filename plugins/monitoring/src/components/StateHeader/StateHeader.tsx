import { ReactNode } from 'react';
import Card from '@material-ui/core/Card';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { toneColors } from '../../theme/toneColors';
import { LabelState, STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  card: {
    borderLeft: '4px solid',
    flexShrink: 0,
  },
  main: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2, 2.5),
    padding: theme.spacing(2, 2.5),
  },
  icon: {
    fontSize: 36,
  },
  text: {
    flex: '1 1 260px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
  },
  since: {
    color: theme.palette.textSubtle,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2.5),
    margin: 0,
    [theme.breakpoints.up('md')]: {
      '& > div': { textAlign: 'right' },
      '& > div + div': {
        borderLeft: `1px solid ${theme.palette.divider}`,
        paddingLeft: theme.spacing(2.5),
      },
    },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  below: {
    padding: theme.spacing(2, 2.5),
  },
}));

/** Props of {@link StateHeader}. */
export interface StateHeaderProps {
  label: string;
  state: LabelState;
  title: string;
  since?: string;
  text: ReactNode;
  /** `Fact`s. */
  facts?: ReactNode;
  actions?: ReactNode;
  /** Below a line: the progress. */
  children?: ReactNode;
}

/** The answer first: how something stands, since when, what it means, what to do. */
export function StateHeader(props: StateHeaderProps) {
  const classes = useStyles();
  const theme = useTheme();
  const { Icon, tone } = STATE_LOOKS[props.state];
  const colors = toneColors(theme, tone);

  return (
    <Card
      component="section"
      aria-label={props.label}
      className={classes.card}
      style={{
        borderLeftColor:
          tone === 'error' || tone === 'warning'
            ? colors.icon
            : theme.palette.divider,
      }}
    >
      <div className={classes.main}>
        <Icon
          className={classes.icon}
          style={{ color: colors.icon }}
          aria-hidden
        />
        <div className={classes.text}>
          <div className={classes.title}>
            {/* Only the state is announced: figures change all the time. */}
            <Typography variant="h6" component="h2" aria-live="polite">
              {props.title}
            </Typography>
            {props.since && (
              <Typography className={classes.since} variant="body2">
                {props.since}
              </Typography>
            )}
          </div>
          <Typography variant="body2" component="div">
            {props.text}
          </Typography>
        </div>
        {props.facts && <dl className={classes.facts}>{props.facts}</dl>}
        {props.actions && (
          <div className={classes.actions}>{props.actions}</div>
        )}
      </div>
      {props.children && (
        <>
          <Divider />
          <div className={classes.below}>{props.children}</div>
        </>
      )}
    </Card>
  );
}
