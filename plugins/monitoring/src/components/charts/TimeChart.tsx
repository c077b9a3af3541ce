import { PointerEvent, ReactNode, useMemo, useRef, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { useElementSize } from '../dashboards/useElementSize';
import { PlacedLabel } from './placeLabels';
import { Plot, plotOf, TimeSpan, ValueScale } from './plot';
import { timeTicks } from './timeTicks';

/** Until the width is known, and where it never is. */
const UNKNOWN_WIDTH = 600;
const AXIS_HEIGHT = 24;
/** Pixels from the middle to the end of a text of the time axis. */
const HALF_TEXT = 22;
/** Pixels between the last round moment and the end of the axis that has a text of its own. */
const END_SPACE = 56;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0, 1),
    color: theme.palette.textSubtle,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.33,
    fontVariantNumeric: 'tabular-nums',
  },
  // All texts lie in one cell, so that the column is as wide as the widest.
  values: {
    display: 'grid',
    justifyItems: 'end',
    alignContent: 'start',
    whiteSpace: 'nowrap',
    '& > span': { gridArea: '1 / 1' },
  },
  plot: {
    position: 'relative',
    minWidth: 0,
  },
  svg: {
    display: 'block',
    position: 'absolute',
    width: '100%',
    height: '100%',
    overflow: 'visible',
  },
  times: {
    gridColumn: 2,
    position: 'relative',
    height: AXIS_HEIGHT,
    overflow: 'hidden',
  },
  time: {
    position: 'absolute',
    top: 8,
    whiteSpace: 'nowrap',
    transform: 'translateX(-50%)',
  },
  end: {
    position: 'absolute',
    top: 8,
    right: 0,
  },
  label: {
    position: 'absolute',
    padding: theme.spacing(0, 0.5),
    marginLeft: theme.spacing(-0.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: alpha(theme.palette.background.paper, 0.85),
    color: theme.palette.text.primary,
    whiteSpace: 'nowrap',
    transform: 'translateY(-50%)',
    pointerEvents: 'none',
  },
  cursor: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `1px dashed ${theme.palette.text.secondary}`,
    pointerEvents: 'none',
  },
  tip: {
    position: 'absolute',
    top: theme.spacing(1),
    zIndex: theme.zIndex.tooltip,
    maxWidth: 280,
    padding: theme.spacing(1),
    fontSize: theme.typography.caption.fontSize,
    pointerEvents: 'none',
  },
  grid: {
    stroke: alpha(theme.palette.text.primary, 0.1),
  },
}));

/** Props of {@link TimeChart}. */
export interface TimeChartProps {
  /** What the chart shows, for those who do not see it. */
  label: string;
  span: TimeSpan;
  /** The word at the right end of the time axis, where the present is there. */
  endText?: string;
  scale: ValueScale;
  /** Lines across the chart with their texts. */
  ticks: { value: number; text: string }[];
  /** Of the plotting area, in pixels. */
  height: number;
  timeZone?: string;
  /** SVG, from the bottom up. */
  children: (plot: Plot) => ReactNode;
  labels?: (plot: Plot) => PlacedLabel[];
  /** What is said of the moment under the pointer, in Unix seconds; for eyes only. */
  tip?: (time: number) => ReactNode;
}

/** The frame that charts over time share: axes, texts and the moment under the pointer. */
export function TimeChart(props: TimeChartProps) {
  const { span, scale, height, timeZone, tip } = props;
  const classes = useStyles();
  const plotRef = useRef<HTMLDivElement>(null);
  const width = useElementSize(plotRef)?.width ?? UNKNOWN_WIDTH;
  const [pointer, setPointer] = useState<number>();
  const plot = plotOf({ width, height }, span, scale);
  const times = useMemo(
    () => timeTicks({ from: span.from, to: span.to }, width, timeZone),
    [span.from, span.to, width, timeZone],
  );
  const lastTick = width - (props.endText ? END_SPACE : HALF_TEXT);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width: seen } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / (seen || 1);
    setPointer(span.from + share * (span.to - span.from));
  };
  const said = pointer === undefined ? undefined : tip?.(pointer);
  const at = pointer === undefined ? 0 : plot.x(pointer);

  return (
    <div className={classes.root}>
      <div className={classes.values} style={{ height }} aria-hidden>
        {props.ticks.map(({ value, text }) => (
          <span
            key={value}
            style={{ transform: `translateY(${plot.y(value) - 8}px)` }}
          >
            {text}
          </span>
        ))}
      </div>
      <div
        ref={plotRef}
        className={classes.plot}
        style={{ height }}
        onPointerMove={tip && onPointerMove}
        onPointerLeave={() => setPointer(undefined)}
      >
        <svg
          className={classes.svg}
          role="img"
          aria-label={props.label}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
        >
          {props.ticks.map(({ value }) => (
            <line
              key={value}
              className={classes.grid}
              x1={0}
              x2={width}
              y1={plot.y(value)}
              y2={plot.y(value)}
            />
          ))}
          {props.children(plot)}
        </svg>
        {props.labels?.(plot).map(({ key, text, left, y }) => (
          <span
            key={key}
            className={classes.label}
            style={{ left, top: y }}
            aria-hidden
          >
            {text}
          </span>
        ))}
        {said && (
          <>
            <span className={classes.cursor} style={{ left: at }} />
            <Paper
              className={classes.tip}
              elevation={8}
              aria-hidden
              style={
                at < width / 2
                  ? { left: at + 16 }
                  : { right: `calc(100% - ${at - 16}px)` }
              }
            >
              {said}
            </Paper>
          </>
        )}
      </div>
      <div className={classes.times} aria-hidden>
        {times
          .filter(({ time }) => plot.x(time) <= lastTick)
          .map(({ time, text }) => (
            <span
              key={time}
              className={classes.time}
              style={{ left: Math.max(HALF_TEXT, plot.x(time)) }}
            >
              {text}
            </span>
          ))}
        {props.endText && <span className={classes.end}>{props.endText}</span>}
      </div>
    </div>
  );
}
