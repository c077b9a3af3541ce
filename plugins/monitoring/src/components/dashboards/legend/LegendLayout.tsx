import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { LegendOptions } from '@sightline/backstage-plugin-monitoring-common';
import { scrollShadow } from '../scrollShadow';

const useStyles = makeStyles(theme => ({
  below: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    height: '100%',
  },
  beside: {
    display: 'flex',
    gap: theme.spacing(1),
    height: '100%',
    [theme.breakpoints.down('sm')]: {
      flexDirection: 'column',
    },
  },
  content: {
    display: 'flex',
    flex: 1,
    minWidth: 0,
    minHeight: 0,
  },
  legendBelow: {
    flex: 'none',
    maxHeight: '35%',
    overflow: 'auto',
    ...scrollShadow(theme),
  },
  legendBeside: {
    flex: 'none',
    maxWidth: '60%',
    minWidth: 100,
    overflow: 'auto',
    ...scrollShadow(theme),
    [theme.breakpoints.down('sm')]: {
      // There is no room beside the graph.
      width: 'auto !important',
      maxWidth: 'none',
      maxHeight: '35%',
    },
  },
}));

/** Props of {@link LegendLayout}. */
export interface LegendLayoutProps {
  options: Pick<LegendOptions, 'displayMode' | 'placement'> & {
    /** Of a legend beside the graph, in pixels. */
    width?: number;
  };
  /** Absent when nothing belongs in it. */
  legend?: ReactNode;
  children: ReactNode;
}

/** A graph with its legend below or beside it, where the author put it. */
export function LegendLayout(props: LegendLayoutProps) {
  const { options, legend, children } = props;
  const classes = useStyles();
  const isBeside = options.placement === 'right';
  return (
    <div className={isBeside ? classes.beside : classes.below}>
      <div className={classes.content}>{children}</div>
      {legend && options.displayMode !== 'hidden' && (
        <div
          className={isBeside ? classes.legendBeside : classes.legendBelow}
          style={isBeside ? { width: options.width } : undefined}
        >
          {legend}
        </div>
      )}
    </div>
  );
}
