import { useEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '@material-ui/core/styles';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import {
  resolveColor,
  Thresholds,
} from '@sightline/backstage-plugin-monitoring-common';
import { alignSeries, fillBands, PanelSeries, stackSeries } from '../series';
import { useElementSize } from '../useElementSize';
import { chartLook } from './chartLook';
import { chartOptions } from './chartOptions';
import { ChartCursor, ChartTooltip } from './ChartTooltip';
import { Region } from './drawMarks';
import { PathBuilders } from './seriesOptions';
import { useChartStyles } from './useChartStyles';

const PATHS: PathBuilders = {
  linear: UPlot.paths.linear!(),
  spline: UPlot.paths.spline!(),
  stepBefore: UPlot.paths.stepped!({ align: -1 }),
  stepAfter: UPlot.paths.stepped!({ align: 1 }),
  bars: UPlot.paths.bars!({ size: [0.6, 48, 1], align: 0 }),
  none: () => null,
};

/** Props of {@link TimeSeriesChart}. */
export interface TimeSeriesChartProps {
  series: PanelSeries[];
  /** Keys of the series that are drawn. */
  visible: ReadonlySet<string>;
  range: { from: number; to: number };
  thresholds?: Thresholds;
  regions: Region[];
  tooltip: { mode: 'single' | 'multi' | 'none'; sort: 'none' | 'asc' | 'desc' };
  timeZone?: string;
  /** What the chart shows, for those who do not see it. */
  label: string;
  onZoom: (range: { from: number; to: number }) => void;
}

/**
 * Series drawn by uPlot. The only module that imports it: load it lazily.
 */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { series, visible, range, thresholds, regions, timeZone } = props;
  const theme = useTheme();
  const classes = useChartStyles();
  const rootRef = useRef<HTMLDivElement>(null);
  const chartRef = useRef<UPlot>();
  const size = useElementSize(rootRef);
  const [cursor, setCursor] = useState<ChartCursor>();
  // A new function of the parent is no reason to build the chart again.
  const onZoomRef = useRef(props.onZoom);
  onZoomRef.current = props.onZoom;

  const drawn = useMemo(() => {
    const aligned = alignSeries(series);
    const isDrawn = series.map(one => visible.has(one.key));
    // Series that are switched off do not lift those above them.
    const values = aligned.values.map((one, index) =>
      isDrawn[index] ? one : one.map(() => null),
    );
    const { values: stacked, bands } = stackSeries(
      values,
      series.map(({ style }) => style),
    );
    return { aligned, stacked, bands: [...bands, ...fillBands(series)] };
  }, [series, visible]);

  useEffect(() => {
    if (!rootRef.current) {
      return undefined;
    }
    const isDark = theme.palette.type === 'dark';
    const chart = new UPlot(
      {
        ...chartOptions({
          series,
          visible,
          range,
          regions,
          timeZone,
          bands: drawn.bands,
          thresholds: thresholds && {
            ...thresholds,
            steps: thresholds.steps.map(step => ({
              ...step,
              color: resolveColor(step.color, isDark ? 'dark' : 'light'),
            })),
          },
          look: chartLook(theme),
          paths: PATHS,
          rangeNum: (min, max, config) => UPlot.rangeNum(min, max, config),
          tzDate: time =>
            timeZone ? UPlot.tzDate(new Date(time), timeZone) : new Date(time),
          onZoom: next => onZoomRef.current(next),
          onCursor: setCursor,
        }),
        ...sizeOf(rootRef.current),
      },
      [drawn.aligned.times, ...drawn.stacked] as UPlot.AlignedData,
      rootRef.current,
    );
    chartRef.current = chart;
    return () => {
      chartRef.current = undefined;
      chart.destroy();
    };
  }, [series, visible, range, thresholds, regions, timeZone, theme, drawn]);

  useEffect(() => {
    if (size) {
      chartRef.current?.setSize(size);
    }
  }, [size]);

  const over = chartRef.current?.over;
  return (
    <div className={classes.root}>
      <div
        ref={rootRef}
        className={classes.canvas}
        role="img"
        aria-label={props.label}
      />
      {cursor && props.tooltip.mode !== 'none' && over && (
        <ChartTooltip
          cursor={cursor}
          plot={{ left: over.offsetLeft, width: over.clientWidth }}
          times={drawn.aligned.times}
          values={drawn.aligned.values}
          series={series}
          visible={visible}
          sort={props.tooltip.sort}
          timeZone={timeZone}
        />
      )}
    </div>
  );
}

function sizeOf(element: HTMLElement) {
  return {
    width: element.clientWidth || 400,
    height: element.clientHeight || 160,
  };
}
