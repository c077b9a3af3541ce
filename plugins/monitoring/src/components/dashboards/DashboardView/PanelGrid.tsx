import { CSSProperties, ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';

/** Height of one row of Grafana's grid, and the space between panels, in pixels. */
const ROW_HEIGHT = 30;
const GAP = 8;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(24, minmax(0, 1fr))',
    gridAutoRows: ROW_HEIGHT,
    gap: GAP,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  panel: {
    gridColumn: 'calc(var(--x) + 1) / span var(--w)',
    gridRow: 'calc(var(--y) + 1) / span var(--h)',
    minWidth: 0,
    [theme.breakpoints.down('xs')]: {
      gridColumn: 1,
      gridRow: 'auto / span var(--h)',
    },
  },
}));

/** Props of {@link PanelGrid}. */
export interface PanelGridProps {
  panels: PanelModel[];
  watch: (panelKey: string) => (element: HTMLElement | null) => void;
  children: (panel: PanelModel) => ReactNode;
}

/** Panels where the author put them; one below the other on narrow screens. */
export function PanelGrid(props: PanelGridProps) {
  const classes = useStyles();
  const top = Math.min(...props.panels.map(({ gridPos }) => gridPos.y));

  return (
    <div className={classes.root}>
      {props.panels.map(panel => {
        const { x, y, w, h } = panel.gridPos;
        const place = {
          '--x': x,
          '--y': y - top,
          '--w': Math.min(w, 24 - x),
          '--h': h,
        } as CSSProperties;
        return (
          <div
            key={panel.key}
            ref={props.watch(panel.key)}
            className={classes.panel}
            style={place}
          >
            {props.children(panel)}
          </div>
        );
      })}
    </div>
  );
}
