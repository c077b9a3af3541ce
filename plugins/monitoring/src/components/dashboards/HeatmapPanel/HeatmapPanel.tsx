import { lazy, Suspense, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  heatmapPalette,
  HeatmapRow,
  readHeatmapOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { formatMoment, panelSeries } from '../series';
import { PanelProps } from '../types';
import { HeatmapLegend } from './HeatmapLegend';
import { bucketText, panelHeatmap } from './panelHeatmap';

const HeatmapChart = lazy(() =>
  import('./HeatmapChart').then(module => ({ default: module.HeatmapChart })),
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    height: '100%',
  },
}));

/** How observations spread over the buckets of a histogram, over time. */
export function HeatmapPanel(props: PanelProps) {
  const { panel, result, range, variables, title } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);

  const options = useMemo(() => readHeatmapOptions(panel.options), [panel]);
  const palette = useMemo(
    () => heatmapPalette(options.color, type),
    [options, type],
  );
  const heatmap = useMemo(
    () =>
      panelHeatmap(
        panel,
        panelSeries(panel, result, variables, type),
        options,
        result.step,
      ),
    [panel, result, variables, type, options],
  );
  const fullest = fullestRow(heatmap.rows);

  return (
    <div className={classes.root}>
      <Suspense fallback={null}>
        <HeatmapChart
          heatmap={heatmap}
          options={options}
          palette={palette}
          range={range}
          timeZone={timeZone}
          label={t('dashboards.chart.heatmapLabel', {
            title,
            count: heatmap.rows.length,
            from: formatMoment(range.from, timeZone),
            to: formatMoment(range.to, timeZone),
            fullest: fullest
              ? t('dashboards.chart.heatmapFullest', {
                  bucket: bucketText(fullest, options.yAxis),
                })
              : t('dashboards.chart.heatmapEmpty'),
          })}
          onZoom={props.onZoom}
        />
      </Suspense>
      {options.showLegend && heatmap.range && (
        <HeatmapLegend
          palette={palette}
          range={heatmap.range}
          unit={options.valueUnit}
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
