import { ReactNode } from 'react';
import { ErrorBoundary } from '@backstage/core-components';
import Card from '@material-ui/core/Card';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  card: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(2, 2.5),
  },
  title: {
    overflowWrap: 'anywhere',
  },
  aside: {
    color: theme.palette.textSubtle,
  },
  action: {
    marginLeft: 'auto',
  },
  subtitle: {
    flexBasis: '100%',
    color: theme.palette.textSubtle,
  },
  content: {
    flex: 1,
    padding: theme.spacing(2, 2.5),
  },
  flush: {
    flex: 1,
  },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2.5),
    minHeight: 48,
  },
}));

/** Props of {@link SectionCard}. */
export interface SectionCardProps {
  title: string;
  /** Beside the title: a state or a count. */
  aside?: ReactNode;
  /** Under the title, one line. */
  subtitle?: ReactNode;
  /** At the right end of the title's line. */
  action?: ReactNode;
  footer?: ReactNode;
  /** Level of the heading; 3 inside a section that has its own. */
  level?: 2 | 3;
  /** The content reaches the card's edges: lists, tables. */
  flush?: boolean;
  children?: ReactNode;
}

/** The frame that all parts of the page share, so that nothing jumps between their states. */
export function SectionCard(props: SectionCardProps) {
  const classes = useStyles();

  return (
    <Card className={classes.card} component="section" aria-label={props.title}>
      <div className={classes.header}>
        <Typography
          className={classes.title}
          variant="h6"
          component={props.level === 3 ? 'h3' : 'h2'}
        >
          {props.title}
        </Typography>
        {props.aside && <div className={classes.aside}>{props.aside}</div>}
        {props.action && <div className={classes.action}>{props.action}</div>}
        {props.subtitle && (
          <Typography
            className={classes.subtitle}
            variant="body2"
            component="div"
          >
            {props.subtitle}
          </Typography>
        )}
      </div>
      <Divider />
      <div className={props.flush ? classes.flush : classes.content}>
        <ErrorBoundary>{props.children}</ErrorBoundary>
      </div>
      {props.footer && (
        <>
          <Divider />
          <div className={classes.footer}>{props.footer}</div>
        </>
      )}
    </Card>
  );
}
