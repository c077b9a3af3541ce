import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { SeriesMark } from '../legend';
import { PlotItem } from './plot';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    zIndex: theme.zIndex.tooltip,
    maxWidth: 'min(360px, 90%)',
    padding: theme.spacing(1),
    pointerEvents: 'none',
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
  },
  title: {
    color: theme.palette.textSubtle,
    marginBottom: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
  },
  active: {
    fontWeight: 600,
  },
  name: {
    flex: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  value: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
}));

/** Props of {@link PlotTooltip}. */
export interface PlotTooltipProps extends PlotItem {
  /** Of the plot, in pixels. */
  size: { width: number; height: number };
}

/** What is under the pointer. For eyes only: the plot tells it to all others. */
export function PlotTooltip(props: PlotTooltipProps) {
  const { box, size, lines } = props;
  const classes = useStyles();
  const middle = box.left + box.width / 2;
  const isLeftHalf = middle < size.width / 2;
  const edge = isLeftHalf
    ? Math.min(box.left + box.width, middle + 24) + 8
    : size.width - Math.max(box.left, middle - 24) + 8;
  const place = isLeftHalf ? { left: edge } : { right: edge };
  const top =
    box.top + box.height / 2 < size.height / 2
      ? { top: Math.max(0, box.top) }
      : { bottom: Math.max(0, size.height - box.top - box.height) };
  return (
    <Paper
      className={classes.root}
      style={{ ...place, ...top }}
      elevation={8}
      aria-hidden
    >
      <div className={classes.title}>{props.title}</div>
      {lines.map(({ name, value, color, isActive }, index) => (
        <div
          key={`${index}/${name}`}
          className={`${classes.row} ${isActive ? classes.active : ''}`}
        >
          {color && <SeriesMark color={color} />}
          {name !== undefined && <span className={classes.name}>{name}</span>}
          <span className={classes.value}>{value}</span>
        </div>
      ))}
      {props.spread && <Spread spread={props.spread} />}
    </Paper>
  );
}

const SPREAD_SIZE = { width: 240, height: 48 };

/** Small bars beside each other; the one that it is about stands out. */
function Spread({ spread }: { spread: NonNullable<PlotItem['spread']> }) {
  const { palette } = useTheme();
  const { width, height } = SPREAD_SIZE;
  const step = width / Math.max(1, spread.length);
  return (
    <svg width={width} height={height}>
      {spread.map(({ share, color, isActive }, index) => (
        <rect
          key={index}
          x={index * step}
          y={height - share * (height - 2)}
          width={Math.max(1, step - 1)}
          height={share * (height - 2)}
          fill={color ?? palette.text.secondary}
          stroke={isActive ? palette.text.primary : 'none'}
        />
      ))}
    </svg>
  );
}
