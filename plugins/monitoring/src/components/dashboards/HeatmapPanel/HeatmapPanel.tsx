import { useCallback, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Heatmap,
  HeatmapRow,
  MOST_CELLS,
  prepareHeatmap,
  readHeatmapOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { PlotFrame, PlotProblem } from '../plot';
import { formatMoment } from '../series';
import { PanelProps } from '../types';
import { ElementSize } from '../followSize';
import { HeatmapLegend } from './HeatmapLegend';
import { heatmapPalette } from './heatmapPalette';
import { heatmapPlot } from './heatmapPlot';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    height: '100%',
  },
}));

/** How many lie in which bucket, over time. */
export function HeatmapPanel(props: PanelProps) {
  const { panel, frames, range } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { heatmap, problem } = useMemo(
    () => prepareHeatmap(frames, readHeatmapOptions(panel.options), range),
    [panel.options, frames, range],
  );
  if (heatmap) {
    return <DrawnHeatmap {...props} heatmap={heatmap} />;
  }
  return problem?.kind === 'too-many-cells' ? (
    <PlotProblem
      panel={panel}
      title={t('dashboards.plot.tooMany')}
      text={t('dashboards.plot.tooManyCells', {
        count: problem.cells,
        most: String(MOST_CELLS),
      })}
    />
  ) : (
    <PlotProblem panel={panel} />
  );
}

function DrawnHeatmap(props: PanelProps & { heatmap: Heatmap }) {
  const { panel, range, title, heatmap } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { type } = theme.palette;
  const { timeZone } = useContext(ClockContext);

  const options = useMemo(
    () => readHeatmapOptions(panel.options),
    [panel.options],
  );
  const palette = useMemo(
    () => heatmapPalette(options.color, type),
    [options, type],
  );
  const font = `500 11px ${theme.typography.fontFamily}`;
  const plotOf = useCallback(
    (size: ElementSize) =>
      heatmapPlot(
        {
          heatmap,
          options,
          palette,
          range,
          theme: type,
          timeZone,
          font,
        },
        size,
      ),
    [heatmap, options, palette, range, type, timeZone, font],
  );
  const fullest = fullestRow(heatmap.rows);

  return (
    <div className={classes.root}>
      <PlotFrame
        title={title}
        label={t('dashboards.chart.heatmapLabel', {
          title,
          count: heatmap.rows.length,
          from: formatMoment(range.from, timeZone),
          to: formatMoment(range.to, timeZone),
          fullest: fullest
            ? t('dashboards.chart.heatmapFullest', { bucket: fullest.text })
            : t('dashboards.chart.heatmapEmpty'),
        })}
        plotOf={plotOf}
        hasTooltip={options.tooltip.mode !== 'none'}
        cursorSync={props.cursorSync}
        marks={props.marks}
        onZoom={props.onZoom}
      />
      {options.showLegend && heatmap.colors && (
        <HeatmapLegend
          palette={palette}
          range={heatmap.colors}
          config={heatmap.countConfig}
          label={t('dashboards.chart.heatmapLegend', { title })}
        />
      )}
    </div>
  );
}

/** The bucket that holds most; undefined when all are empty. */
function fullestRow(rows: HeatmapRow[]): HeatmapRow | undefined {
  let [most, found] = [0, undefined as HeatmapRow | undefined];
  for (const row of rows) {
    const total = row.counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    if (total > most) {
      [most, found] = [total, row];
    }
  }
  return found;
}
