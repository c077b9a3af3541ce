import { RefObject, useLayoutEffect, useState } from 'react';
import type uPlot from 'uplot';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import Paper from '@material-ui/core/Paper';
import Portal from '@material-ui/core/Portal';
import {
  ColorTheme,
  TooltipOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { CursorStore, useCursor } from '../chart';
import { SeriesMark } from '../legend';
import { AlignedSeries, formatMoment, PanelSeries } from '../series';
import { placeTooltip } from './placeTooltip';
import { tooltipRows } from './tooltipRows';
import { useTooltipStyles } from './useTooltipStyles';
import { ValueLink, valueLinks, ValueLinksContext } from './valueLinks';

/**
 * Letters of a name that fits in every tooltip. What may be cut is a region of its own for the browser,
 * which puts all regions in order at each move.
 */
const SHORT_NAME = 30;

/** Props of {@link ChartTooltip}. */
export interface ChartTooltipProps {
  chartRef: RefObject<uPlot | undefined>;
  cursor: CursorStore;
  aligned: AlignedSeries;
  series: PanelSeries[];
  visible: ReadonlySet<string>;
  options: TooltipOptions;
  /** Whether the pointer on another chart shows the values of this one too. */
  followsOthers: boolean;
  links: Omit<ValueLinksContext, 'theme' | 'timeZone'>;
  theme: ColorTheme;
  timeZone?: string;
}

/**
 * The values under the pointer. For eyes only, until a click makes it stay: then it holds the links
 * of the value. The table, and the keyboard, have the values for everybody.
 */
export function ChartTooltip(props: ChartTooltipProps) {
  const { chartRef, series, aligned, options, timeZone } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useTooltipStyles();
  // It comes to the page only after the first effects.
  const [paper, setPaper] = useState<HTMLDivElement | null>(null);
  const cursor = useCursor(props.cursor);
  const isShown = cursor && (!cursor.isRemote || props.followsOthers);

  // Every move places the tooltip; only other values draw it again.
  useLayoutEffect(() => {
    const size = paper?.getBoundingClientRect();
    const place = () => {
      const now = props.cursor.current;
      if (paper && size && now) {
        const { left, top } = placeTooltip(
          pointOf(chartRef.current ?? undefined, now),
          size,
          { width: window.innerWidth, height: window.innerHeight },
        );
        paper.style.transform = `translate(${left}px, ${top}px)`;
      }
    };
    place();
    return props.cursor.subscribe(place);
  }, [props.cursor, chartRef, cursor, paper]);

  if (!isShown) {
    return null;
  }
  const { rows, hidden } = tooltipRows(series, aligned.values, cursor, {
    ...options,
    ...props,
  });
  const time = aligned.times[cursor.index];
  if (rows.length === 0 || time === undefined) {
    return null;
  }
  const links = cursor.isPinned ? linksOf(props, cursor.nearest) : [];
  const roomFor = options.maxWidth === undefined ? SHORT_NAME : 0;

  return (
    <Portal>
      <Paper
        ref={setPaper}
        className={`${classes.root} ${cursor.isPinned ? classes.pinned : ''}`}
        style={{ maxWidth: options.maxWidth }}
        elevation={0}
        {...(cursor.isPinned
          ? { role: 'dialog', 'aria-label': formatMoment(time, timeZone) }
          : { 'aria-hidden': true })}
      >
        <div className={classes.time}>{formatMoment(time, timeZone)}</div>
        {rows.map(row => (
          <div
            key={row.key}
            className={`${classes.row} ${row.isNearest ? classes.nearest : ''}`}
          >
            <SeriesMark color={row.color} line={row.line} />
            <span
              className={`${classes.name} ${
                row.name.length > roomFor ? classes.cut : ''
              }`}
            >
              {row.name}
            </span>
            <span className={classes.value}>{row.text}</span>
          </div>
        ))}
        {hidden > 0 && (
          <div className={classes.time}>
            {t('dashboards.chart.tooMany', { others: String(hidden) })}
          </div>
        )}
        {links.map(link => (
          <Link
            key={link.title}
            className={classes.link}
            href={link.href}
            {...(link.opensNewTab && { target: '_blank', rel: 'noopener' })}
          >
            {link.title}
          </Link>
        ))}
      </Paper>
    </Portal>
  );
}

/** In the window. uPlot knows where its plotting area is, and asks the page only after it moved. */
function pointOf(
  chart: uPlot | undefined,
  { left, top }: { left: number; top: number },
): { left: number; top: number } {
  const area = chart?.rect ?? chart?.over.getBoundingClientRect();
  return { left: (area?.left ?? 0) + left, top: (area?.top ?? 0) + top };
}

/** Of the value that was clicked. */
function linksOf(
  { series, aligned, cursor, links, theme, timeZone }: ChartTooltipProps,
  nearest: number | undefined,
): ValueLink[] {
  const at = cursor.current?.indexes[(nearest ?? -2) + 1];
  const value =
    nearest === undefined || typeof at !== 'number'
      ? undefined
      : aligned.values[nearest]?.[at];
  return typeof value === 'number'
    ? valueLinks(series[nearest!], value, aligned.times[at!], {
        ...links,
        theme,
        timeZone,
      })
    : [];
}
