import { CSSProperties, ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  DashboardSection,
  PanelModel,
} from '@sightline/backstage-plugin-monitoring-common';

/** Height of one row of Grafana's grid, and the space between panels, in pixels. */
const ROW_HEIGHT = 30;
const GAP = 8;
const COLUMNS = 24;
/** In rows of the grid; a dashboard must not be able to make the page endless. */
const TALLEST_PANEL = 400;

const useStyles = makeStyles(theme => ({
  grid: {
    position: 'relative',
    height: 'var(--height)',
    [theme.breakpoints.down('xs')]: {
      display: 'flex',
      flexDirection: 'column',
      gap: GAP,
      height: 'auto',
    },
    '@media print': {
      display: 'flex',
      flexDirection: 'row',
      flexWrap: 'wrap',
      gap: GAP,
      height: 'auto',
    },
  },
  placed: {
    position: 'absolute',
    top: 'var(--top)',
    left: 'var(--left)',
    width: 'var(--width)',
    height: 'var(--height)',
    [theme.breakpoints.down('xs')]: {
      position: 'static',
      width: '100%',
    },
    '@media print': {
      position: 'static',
      width: 'calc(var(--width) - 1px)',
      breakInside: 'avoid',
    },
  },
  auto: {
    display: 'grid',
    gridTemplateColumns:
      'repeat(auto-fill, minmax(min(100%, max(var(--least), var(--share))), 1fr))',
    gridAutoRows: 'var(--row)',
    gap: GAP,
  },
  flowing: {
    minWidth: 0,
    breakInside: 'avoid',
  },
}));

/** Props of {@link PanelGrid}. */
export interface PanelGridProps {
  section: Pick<DashboardSection, 'panels' | 'autoGrid'>;
  watch: (panelKey: string) => (element: HTMLElement | null) => void;
  children: (panel: PanelModel) => ReactNode;
}

/**
 * Panels where the author put them, or one after the other where they have no places; below each
 * other on narrow screens.
 */
export function PanelGrid(props: PanelGridProps) {
  const { panels, autoGrid } = props.section;
  const classes = useStyles();
  const slot = (
    panel: PanelModel,
    className: string,
    style?: CSSProperties,
  ) => (
    <div
      key={panel.key}
      ref={props.watch(panel.key)}
      className={className}
      style={style}
    >
      {props.children(panel)}
    </div>
  );

  if (autoGrid) {
    const { maxColumns, columnWidth, rowHeight } = autoGrid;
    const style = {
      '--least': `${columnWidth}px`,
      '--share': `calc((100% - ${(maxColumns - 1) * GAP}px) / ${maxColumns})`,
      '--row': `${rowHeight}px`,
    } as CSSProperties;
    return (
      <div className={classes.auto} style={style}>
        {panels.map(panel => slot(panel, classes.flowing))}
      </div>
    );
  }
  const bottom = Math.max(0, ...panels.map(bottomOf));
  const height = { '--height': pixels(bottom) } as CSSProperties;
  return (
    <div className={classes.grid} style={height}>
      {[...panels]
        .sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)
        .map(panel => slot(panel, classes.placed, placeOf(panel)))}
    </div>
  );
}

function placeOf({ gridPos }: PanelModel): CSSProperties {
  const { x, y, w } = gridPos;
  const width = Math.min(w, COLUMNS - x);
  const part = (columns: number) => `(100% + ${GAP}px) * ${columns / COLUMNS}`;
  return {
    '--top': `${y * (ROW_HEIGHT + GAP)}px`,
    '--left': `calc(${part(x)})`,
    '--width': `calc(${part(width)} - ${GAP}px)`,
    '--height': pixels(rowsOf(gridPos.h)),
  } as CSSProperties;
}

function bottomOf({ gridPos }: PanelModel): number {
  return gridPos.y + rowsOf(gridPos.h);
}

function rowsOf(height: number): number {
  return Math.min(height, TALLEST_PANEL);
}

function pixels(rows: number): string {
  return `${Math.max(0, rows * (ROW_HEIGHT + GAP) - GAP)}px`;
}
