import { useContext, useMemo, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  displayValue,
  readBarGaugeOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { gaugeFigures } from '../figures';
import { panelSeries } from '../series';
import { PanelProps } from '../types';
import { useElementSize } from '../useElementSize';
import { BarGaugeBar } from './BarGaugeBar';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    height: '100%',
    overflow: 'auto',
  },
  rows: {
    flexDirection: 'column',
  },
  row: {
    display: 'flex',
    flex: '1 0 auto',
    alignItems: 'stretch',
    gap: theme.spacing(1),
    minHeight: 24,
    maxHeight: 72,
  },
  column: {
    display: 'flex',
    flex: '1 0 64px',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: theme.spacing(0.5),
    minHeight: 88,
    textAlign: 'center',
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.caption.fontSize,
  },
  nameBeside: {
    flex: '0 0 34%',
    alignSelf: 'center',
  },
  value: {
    fontWeight: 500,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.body2.fontSize,
  },
  valueBeside: {
    alignSelf: 'center',
    textAlign: 'right',
  },
  dot: {
    display: 'inline-block',
    width: 8,
    height: 8,
    marginRight: theme.spacing(0.75),
    borderRadius: 2,
  },
}));

/** One bar for each series. */
export function BarGaugePanel(props: PanelProps) {
  const { panel, result, variables, title } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const rootRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(rootRef);
  const options = useMemo(() => readBarGaugeOptions(panel.options), [panel]);
  const figures = useMemo(
    () =>
      gaugeFigures(panelSeries(panel, result, variables, type), options, {
        theme: type,
        timeZone,
      }),
    [panel, result, variables, type, options, timeZone],
  );
  // Grafana's "auto": the bars lie along the longer side.
  const isUpright =
    options.orientation === 'vertical' ||
    (options.orientation === 'auto' &&
      size !== undefined &&
      size.width > size.height);
  const isNamed =
    options.namePlacement !== 'hidden' &&
    (figures.length > 1 || options.namePlacement !== 'auto');
  const width = figures.reduce(
    (most, { display }) => Math.max(most, display.full.length),
    0,
  );

  return (
    <div
      ref={rootRef}
      className={`${classes.root} ${isUpright ? '' : classes.rows}`}
      role="group"
      aria-label={title}
    >
      {figures.map(figure => {
        const { limits, display, value, series } = figure;
        const write = (limit: number) =>
          displayValue(limit, { ...series.config, mappings: [] }).full;
        const text = display.full || t('dashboards.panel.noData');
        const name = isNamed && (
          <span
            key="name"
            className={`${classes.name} ${isUpright ? '' : classes.nameBeside}`}
            title={figure.name}
          >
            {figure.name}
          </span>
        );
        const bar = (
          <BarGaugeBar
            key="bar"
            figure={figure}
            mode={options.displayMode}
            isUpright={isUpright}
            showUnfilled={options.showUnfilled}
          />
        );
        const shown = options.valueMode !== 'hidden' && (
          <span
            key="value"
            className={`${classes.value} ${
              isUpright ? '' : classes.valueBeside
            }`}
            style={isUpright ? undefined : { minWidth: `${width}ch` }}
          >
            {options.valueMode === 'color' && (
              <span
                className={classes.dot}
                style={{ background: figure.color }}
                aria-hidden
              />
            )}
            {text}
          </span>
        );
        return (
          <div
            key={figure.key}
            className={isUpright ? classes.column : classes.row}
            role="meter"
            aria-label={figure.name}
            aria-valuemin={limits.min}
            aria-valuemax={limits.max}
            aria-valuenow={
              value !== undefined && Number.isFinite(value)
                ? Math.min(limits.max, Math.max(limits.min, value))
                : limits.min
            }
            aria-valuetext={t('dashboards.chart.gauge', {
              value: text,
              min: write(limits.min),
              max: write(limits.max),
            })}
          >
            {isUpright ? [shown, bar, name] : [name, bar, shown]}
          </div>
        );
      })}
    </div>
  );
}
