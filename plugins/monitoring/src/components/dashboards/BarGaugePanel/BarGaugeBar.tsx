import { CSSProperties } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { GaugeFigure } from '../figures';
import { withOpacity } from '../series';

const CELLS = 36;

const useStyles = makeStyles(theme => ({
  track: {
    position: 'relative',
    flex: 1,
    minWidth: 24,
    minHeight: 10,
    borderRadius: 2,
    overflow: 'hidden',
  },
  fill: {
    position: 'absolute',
    bottom: 0,
    left: 0,
    borderRadius: 2,
  },
  cells: {
    display: 'flex',
    flex: 1,
    gap: 2,
    minWidth: 24,
    minHeight: 10,
  },
  upright: {
    flexDirection: 'column-reverse',
  },
  cell: {
    flex: 1,
    borderRadius: 1,
    transition: theme.transitions.create('background-color'),
  },
}));

/** Props of {@link BarGaugeBar}. */
export interface BarGaugeBarProps {
  figure: GaugeFigure;
  mode: 'gradient' | 'lcd' | 'basic';
  isUpright: boolean;
  showUnfilled: boolean;
}

/** The bar alone. For eyes only: its row says the figure. */
export function BarGaugeBar(props: BarGaugeBarProps) {
  const { figure, mode, isUpright } = props;
  const classes = useStyles();
  const theme = useTheme();
  const ground = props.showUnfilled
    ? withOpacity(theme.palette.text.primary, 0.06)
    : 'none';

  if (mode === 'lcd') {
    return (
      <div
        className={`${classes.cells} ${isUpright ? classes.upright : ''}`}
        aria-hidden
      >
        {Array.from({ length: CELLS }, (_, index) => {
          const place = index / (CELLS - 1);
          const isLit = figure.share > 0 && place <= figure.share;
          const color = figure.colorAt(place);
          const dark = props.showUnfilled
            ? withOpacity(color, 0.18)
            : 'transparent';
          return (
            <span
              key={index}
              className={classes.cell}
              style={{ background: isLit ? color : dark }}
            />
          );
        })}
      </div>
    );
  }
  return (
    <div className={classes.track} style={{ background: ground }} aria-hidden>
      <div className={classes.fill} style={fillStyle(props)} />
    </div>
  );
}

/** Basic: a tint with an edge; gradient: the colours of the scale up to the value. */
function fillStyle({ figure, mode, isUpright }: BarGaugeBarProps) {
  const { share, color, colorAt } = figure;
  const length = `${share * 100}%`;
  const size: CSSProperties = isUpright
    ? { width: '100%', height: length }
    : { width: length, height: '100%' };
  const edge = share > 0 ? `2px solid ${color}` : undefined;
  if (mode === 'basic') {
    return {
      ...size,
      boxSizing: 'border-box' as const,
      background: withOpacity(color, 0.35),
      ...(isUpright ? { borderTop: edge } : { borderRight: edge }),
    };
  }
  const stops = [0, 0.25, 0.5, 0.75, 1].map(place => colorAt(place * share));
  return {
    ...size,
    background: `linear-gradient(${
      isUpright ? 'to top' : 'to right'
    }, ${stops.join(', ')})`,
  };
}
