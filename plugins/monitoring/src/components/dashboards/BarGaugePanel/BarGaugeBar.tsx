import { CSSProperties } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { GaugeFigure } from '../figures';
import { withOpacity } from '../series';
import { barGradient } from './barBackground';

/** Of a bar of cells: a cell with the space behind it, in pixels. */
const CELL = 12;
const MOST_CELLS = 300;

const useStyles = makeStyles(theme => ({
  track: {
    position: 'relative',
    overflow: 'hidden',
    borderRadius: 2,
  },
  fill: {
    position: 'absolute',
    boxSizing: 'border-box',
    bottom: 0,
    left: 0,
    borderRadius: 2,
    transition: theme.transitions.create(['width', 'height']),
  },
  cells: {
    display: 'flex',
    gap: 2,
  },
  upright: {
    flexDirection: 'column-reverse',
  },
  cell: {
    flex: 1,
    borderRadius: 2,
  },
}));

/** Props of {@link BarGaugeBar}. */
export interface BarGaugeBarProps {
  figure: GaugeFigure;
  mode: 'gradient' | 'lcd' | 'basic';
  isUpright: boolean;
  showUnfilled: boolean;
  /** Of the whole scale, in pixels. */
  length: number;
  thickness: number;
}

/** The bar alone. For eyes only: its row says the figure. */
export function BarGaugeBar(props: BarGaugeBarProps) {
  const { figure, mode, isUpright, length, thickness } = props;
  const classes = useStyles();
  const { palette } = useTheme();
  const size: CSSProperties = isUpright
    ? { width: thickness, height: length }
    : { width: length, height: thickness };

  if (mode === 'lcd') {
    const count = Math.min(MOST_CELLS, Math.floor(length / CELL));
    const { limits, display } = figure;
    return (
      <div
        className={`${classes.cells} ${isUpright ? classes.upright : ''}`}
        style={size}
        aria-hidden
      >
        {Array.from({ length: count }, (_, index) => {
          const place = index / count;
          const value = limits.min + (limits.max - limits.min) * place;
          const color = figure.colorAt(place);
          const isLit = value <= display.numeric;
          const unlit = props.showUnfilled
            ? withOpacity(color, 0.18)
            : 'transparent';
          return (
            <span
              key={index}
              className={classes.cell}
              style={{ background: isLit ? color : unlit }}
            />
          );
        })}
      </div>
    );
  }
  const filled = Math.max(1, figure.share * length);
  return (
    <div
      className={classes.track}
      style={{
        ...size,
        background: props.showUnfilled
          ? withOpacity(palette.text.primary, 0.07)
          : undefined,
      }}
      aria-hidden
    >
      <div
        className={classes.fill}
        style={{
          ...(isUpright
            ? { width: '100%', height: filled }
            : { width: filled, height: '100%' }),
          ...fillStyle(props, palette.type),
        }}
      />
    </div>
  );
}

/** Basic: a tint with an edge; gradient: the colours of the scale up to the value. */
function fillStyle(
  { figure, mode, isUpright, length }: BarGaugeBarProps,
  theme: 'light' | 'dark',
): CSSProperties {
  const { color } = figure.display;
  if (mode === 'gradient') {
    return { background: barGradient(figure, isUpright, length, theme) };
  }
  const edge = `2px solid ${color}`;
  return {
    background: withOpacity(color, 0.35),
    ...(isUpright ? { borderTop: edge } : { borderRight: edge }),
  };
}
