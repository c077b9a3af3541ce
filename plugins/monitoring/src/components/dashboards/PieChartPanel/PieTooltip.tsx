import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { TooltipOptions } from '@sightline/backstage-plugin-monitoring-common';
import { SeriesMark } from '../legend';
import { PieItem } from './pieItems';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    zIndex: 2,
    maxWidth: 320,
    padding: theme.spacing(0.5, 1),
    pointerEvents: 'none',
    fontSize: theme.typography.caption.fontSize,
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
  active: {
    fontWeight: theme.typography.fontWeightBold as number,
  },
  name: {
    flex: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  value: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));

/** Props of {@link PieTooltip}. */
export interface PieTooltipProps {
  items: PieItem[];
  /** What the pointer or the keyboard is on. */
  active: PieItem;
  options: TooltipOptions;
  /** In pixels, within the drawing. */
  at: { x: number; y: number };
  area: { width: number; height: number };
}

/** What a slice is, beside the pointer. */
export function PieTooltip(props: PieTooltipProps) {
  const { items, active, options, at, area } = props;
  const classes = useStyles();
  const rows =
    options.mode === 'multi'
      ? sorted(items, options.sort).filter(
          ({ inTooltip, numeric }) =>
            inTooltip && !(options.hideZeros && numeric === 0),
        )
      : [active];
  return (
    <Paper
      className={classes.root}
      elevation={4}
      role="status"
      style={{
        ...(at.x > area.width / 2
          ? { right: area.width - at.x + 12 }
          : { left: at.x + 12 }),
        ...(at.y > area.height / 2
          ? { bottom: area.height - at.y + 12 }
          : { top: at.y + 12 }),
      }}
    >
      {rows.map(item => (
        <div
          key={item.key}
          className={`${classes.row} ${
            rows.length > 1 && item.key === active.key ? classes.active : ''
          }`}
        >
          <SeriesMark color={item.color} />
          <span className={classes.name}>{item.name}</span>
          <span className={classes.value}>
            {item.value} ({item.percent})
          </span>
        </div>
      ))}
    </Paper>
  );
}

function sorted(items: PieItem[], sort: TooltipOptions['sort']): PieItem[] {
  if (sort === 'none') {
    return items;
  }
  const direction = sort === 'asc' ? 1 : -1;
  return [...items].sort((a, b) => direction * (a.numeric - b.numeric));
}
