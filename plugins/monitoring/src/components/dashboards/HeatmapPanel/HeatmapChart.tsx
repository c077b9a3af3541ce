import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import {
  formattedText,
  formatValue,
  HeatmapOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { formatMoment } from '../series';
import { chartLook } from '../TimeSeriesPanel/chartLook';
import { useChartStyles } from '../TimeSeriesPanel/useChartStyles';
import { useElementSize } from '../useElementSize';
import { HeatmapCursor, heatmapChartOptions } from './heatmapOptions';
import { bucketText, PanelHeatmap } from './panelHeatmap';

const useStyles = makeStyles(theme => ({
  tooltip: {
    position: 'absolute',
    top: theme.spacing(1),
    zIndex: theme.zIndex.tooltip,
    padding: theme.spacing(1),
    pointerEvents: 'none',
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  time: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link HeatmapChart}. */
export interface HeatmapChartProps {
  heatmap: PanelHeatmap;
  options: HeatmapOptions;
  /** For CSS, from few to many. */
  palette: string[];
  range: { from: number; to: number };
  timeZone?: string;
  /** What the chart shows, for those who do not see it. */
  label: string;
  onZoom: (range: { from: number; to: number }) => void;
}

/** A heatmap drawn by uPlot: load it lazily. */
export function HeatmapChart(props: HeatmapChartProps) {
  const { heatmap, options, palette, range, timeZone } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const theme = useTheme();
  const frame = useChartStyles();
  const classes = useStyles();
  const rootRef = useRef<HTMLDivElement>(null);
  const chartRef = useRef<UPlot>();
  const size = useElementSize(rootRef);
  const [cursor, setCursor] = useState<HeatmapCursor>();
  // A new function of the parent is no reason to build the chart again.
  const onZoomRef = useRef(props.onZoom);
  onZoomRef.current = props.onZoom;

  useEffect(() => {
    if (!rootRef.current) {
      return undefined;
    }
    const chart = new UPlot(
      {
        ...heatmapChartOptions({
          heatmap,
          options,
          palette,
          range,
          timeZone,
          look: chartLook(theme),
          tzDate: time =>
            timeZone ? UPlot.tzDate(new Date(time), timeZone) : new Date(time),
          onZoom: next => onZoomRef.current(next),
          onCursor: setCursor,
        }),
        width: rootRef.current.clientWidth || 400,
        height: rootRef.current.clientHeight || 160,
      },
      [heatmap.times, heatmap.times.map(() => 0)],
      rootRef.current,
    );
    chartRef.current = chart;
    return () => {
      chartRef.current = undefined;
      chart.destroy();
    };
  }, [heatmap, options, palette, range, timeZone, theme]);

  useEffect(() => {
    if (size) {
      chartRef.current?.setSize(size);
    }
  }, [size]);

  const over = chartRef.current?.over;
  const row = cursor && heatmap.rows[cursor.row];
  const end = cursor && heatmap.times[cursor.column];
  return (
    <div className={frame.root}>
      <div
        ref={rootRef}
        className={frame.canvas}
        role="img"
        aria-label={props.label}
      />
      {options.showTooltip && cursor && row && end !== undefined && over && (
        <Paper
          className={classes.tooltip}
          elevation={8}
          aria-hidden
          style={
            cursor.left < over.clientWidth / 2
              ? { left: over.offsetLeft + cursor.left + 16 }
              : {
                  right: `calc(100% - ${over.offsetLeft + cursor.left - 16}px)`,
                }
          }
        >
          <div className={classes.time}>
            {`${formatMoment(end - heatmap.step, timeZone)} – ${formatMoment(
              end,
              timeZone,
            )}`}
          </div>
          <div>{bucketText(row, options.yAxis)}</div>
          <div>
            {t('dashboards.chart.heatmapCount', {
              value: formattedText(
                formatValue(
                  row.counts[cursor.column] ?? 0,
                  options.valueUnit ?? 'short',
                ),
              ),
            })}
          </div>
        </Paper>
      )}
    </div>
  );
}
