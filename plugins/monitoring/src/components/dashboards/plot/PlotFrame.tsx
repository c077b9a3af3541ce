import {
  KeyboardEvent,
  PointerEvent,
  ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  DashboardMark,
  DashboardModel,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { ElementSize } from '../followSize';
import { useElementSize } from '../useElementSize';
import { visuallyHidden } from '../visuallyHidden';
import { Box, PlotItems, PlotPlace } from './plot';
import { timeAt } from './timeAt';
import { useTimeCursor } from './useTimeCursor';
import { PlotMarks } from './PlotMarks';
import { PlotTooltip } from './PlotTooltip';
import { walkPlot } from './walkPlot';

/** Where there is no layout, as in tests. */
const USUAL_SIZE: ElementSize = { width: 720, height: 240 };
/** Pixels; a shorter way is a click. */
const SHORTEST_DRAG = 8;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    flex: 1,
    minWidth: 0,
    minHeight: 64,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  plot: {
    position: 'absolute',
    top: 0,
    left: 0,
    overflow: 'hidden',
    fontFamily: theme.typography.fontFamily,
    fontSize: 12,
    touchAction: 'pan-y',
    userSelect: 'none',
    '& text': {
      fill: theme.palette.text.secondary,
    },
  },
  active: {
    fill: theme.palette.text.primary,
    fillOpacity: 0.12,
    stroke: theme.palette.text.primary,
    pointerEvents: 'none',
  },
  line: {
    stroke: theme.palette.text.secondary,
    strokeDasharray: '4 3',
    pointerEvents: 'none',
  },
  drag: {
    fill: theme.palette.text.primary,
    fillOpacity: 0.12,
    pointerEvents: 'none',
  },
  announced: visuallyHidden,
}));

/** What a plot draws at a size, and what of it can be pointed at. */
export interface Plot {
  /** Where the items are, without the axes. */
  area: Box;
  items: PlotItems;
  drawing: ReactNode;
  /** Draws what is too much for markup, below everything else, in pixels of the plot. */
  paint?: (context: CanvasRenderingContext2D) => void;
  /** What the area covers, in Unix milliseconds; absent when it shows no time. */
  range?: { from: number; to: number };
}

/** Props of {@link PlotFrame}. */
export interface PlotFrameProps {
  /** Of the panel. */
  title: string;
  /** What the plot shows, for those who do not see it. */
  label: string;
  /** What it draws at a size; the same for the same size until its data change. */
  plotOf: (size: ElementSize) => Plot;
  hasTooltip: boolean;
  /** Whether the pointer's time shows in the other charts too; absent: it does not. */
  cursorSync?: DashboardModel['cursorSync'];
  /** Over a plot of time: annotations, deployments and the like. */
  marks?: DashboardMark[];
  /** A part of a plot of time was marked, in Unix milliseconds. Absent: none can be. */
  onZoom?: (range: { from: number; to: number }) => void;
}

/**
 * A plot of our own markup: its size, its tooltip, and its items for pointer and keyboard alike.
 *
 * @remarks
 * Arrow keys walk from item to item; each is said as it is reached.
 */
export function PlotFrame(props: PlotFrameProps) {
  const { title, label, plotOf, onZoom } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const rootRef = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(rootRef) ?? USUAL_SIZE;
  const [pointed, setPointed] = useState<PlotPlace>();
  const [walked, setWalked] = useState<PlotPlace>();
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const { area, items, drawing, paint, range } = useMemo(
    () => plotOf({ width, height }),
    [plotOf, width, height],
  );

  const { timeZone } = useContext(ClockContext);
  const lineRef = useRef<SVGLineElement>(null);
  const lead = useTimeCursor({
    range,
    area,
    cursorSync: props.cursorSync ?? 'off',
    lineRef,
  });

  const place = walked ?? pointed;
  const item =
    place && place.row < items.rowCount ? items.item(place) : undefined;

  const positionOf = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { x, y } = positionOf(event);
    if (drag) {
      setDrag({ from: drag.from, to: clampTo(area, x) });
      return;
    }
    lead(x);
    const next = items.hit(x, y);
    setWalked(undefined);
    if (next?.row !== pointed?.row || next?.column !== pointed?.column) {
      setPointed(next);
    }
  };
  const onPointerDown = (event: PointerEvent) => {
    const { x, y } = positionOf(event);
    const isInside = y >= area.top && y <= area.top + area.height;
    if (
      onZoom &&
      range &&
      event.button === 0 &&
      isInside &&
      event.pointerType !== 'touch'
    ) {
      setDrag({ from: clampTo(area, x), to: clampTo(area, x) });
    }
  };
  const onPointerUp = () => {
    if (
      drag &&
      onZoom &&
      range &&
      Math.abs(drag.to - drag.from) >= SHORTEST_DRAG
    ) {
      onZoom({
        from: timeAt(area, range, Math.min(drag.from, drag.to)),
        to: timeAt(area, range, Math.max(drag.from, drag.to)),
      });
    }
    setDrag(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && place) {
      setWalked(undefined);
      setPointed(undefined);
      return;
    }
    const next = walkPlot(items, place, event.key);
    if (next) {
      event.preventDefault();
      setWalked(next);
    }
  };

  return (
    // A picture is no control, but its parts can be pointed at and walked through.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={rootRef}
      className={classes.root}
      role="group"
      aria-label={t('dashboards.plot.walk', { title })}
      // Keyboards reach the items through it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setWalked(undefined)}
    >
      {paint && <Painting paint={paint} width={width} height={height} />}
      <svg
        className={classes.plot}
        width={width}
        height={height}
        role="img"
        aria-label={label}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerDown}
        onPointerUp={onPointerUp}
        onPointerLeave={() => {
          lead(undefined);
          setPointed(undefined);
          setDrag(undefined);
        }}
      >
        {drawing}
        {range && props.marks && (
          <PlotMarks
            marks={props.marks}
            area={area}
            range={range}
            timeZone={timeZone}
          />
        )}
        <line
          ref={lineRef}
          className={classes.line}
          y1={area.top}
          y2={area.top + area.height}
          visibility="hidden"
        />
        {item && (
          <rect
            className={classes.active}
            x={item.box.left + 0.5}
            y={item.box.top + 0.5}
            width={Math.max(1, item.box.width - 1)}
            height={Math.max(1, item.box.height - 1)}
          />
        )}
        {drag && (
          <rect
            className={classes.drag}
            x={Math.min(drag.from, drag.to)}
            y={area.top}
            width={Math.abs(drag.to - drag.from)}
            height={area.height}
          />
        )}
      </svg>
      {item && !drag && (props.hasTooltip || walked) && (
        <PlotTooltip {...item} size={{ width, height }} />
      )}
      <span className={classes.announced} aria-live="polite">
        {walked && item
          ? [
              item.title,
              ...item.lines.map(({ name, value }) =>
                name === undefined ? value : `${name}: ${value}`,
              ),
            ].join(', ')
          : ''}
      </span>
    </div>
  );
}

function Painting(props: {
  paint: NonNullable<Plot['paint']>;
  width: number;
  height: number;
}) {
  const { paint, width, height } = props;
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = canvasRef.current;
    // Where nothing can draw, as in tests, there is no need for a picture.
    if (!canvas || typeof CanvasRenderingContext2D === 'undefined') {
      return;
    }
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    const context = canvas.getContext('2d');
    if (context) {
      context.scale(density, density);
      paint(context);
    }
  }, [paint, width, height]);
  return (
    <canvas
      ref={canvasRef}
      style={{ position: 'absolute', top: 0, left: 0, width, height }}
      aria-hidden
    />
  );
}

function clampTo({ left, width }: Box, x: number): number {
  return Math.min(left + width, Math.max(left, x));
}
