import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { displayValue } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { GaugeFigure } from '../figures';
import { withOpacity } from '../series';
import { gaugeArc } from './gaugeArc';

/** Of the dial's own coordinates, in which everything else is measured. */
const RADIUS = 78;
const WIDTH = 22;
const RING = { radius: 95, width: 5 };
/** The dial is open below. */
const BOX = '-100 -100 200 156';
const FIGURE_SIZE = 36;
/** Width of a digit, relative to the size of the type. */
const DIGIT_WIDTH = 0.62;
const ROOM = 110;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flex: '1 1 0',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: 96,
    minHeight: 72,
  },
  dial: {
    // No height of its own: it takes what the panel has.
    flex: '1 1 0',
    width: '100%',
    height: 0,
    minHeight: 0,
  },
  figure: {
    fontWeight: 500,
    fontVariantNumeric: 'tabular-nums',
    fill: theme.palette.text.primary,
  },
  end: {
    fontSize: 12,
    fill: theme.palette.textSubtle,
  },
  name: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link GaugeDial}. */
export interface GaugeDialProps {
  figure: GaugeFigure;
  /** What it is called, for those who listen. */
  label: string;
  /** Whether the series' name is written. */
  named: boolean;
  showBands: boolean;
  showLimits: boolean;
}

/** A dial: how full something is. */
export function GaugeDial(props: GaugeDialProps) {
  const { figure, named } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { display, limits, share, value } = figure;
  const write = (limit: number) =>
    displayValue(limit, { ...figure.series.config, mappings: [] }).full;
  const text = display.full || t('dashboards.panel.noData');
  const size = Math.min(FIGURE_SIZE, ROOM / (text.length * DIGIT_WIDTH));

  return (
    <div
      className={classes.root}
      role="meter"
      aria-label={props.label}
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
      <svg className={classes.dial} viewBox={BOX} aria-hidden>
        <path
          d={gaugeArc(RADIUS, 0, 1)}
          fill="none"
          stroke={withOpacity(theme.palette.text.primary, 0.1)}
          strokeWidth={WIDTH}
        />
        <path
          d={gaugeArc(RADIUS, 0, share)}
          fill="none"
          stroke={figure.color}
          strokeWidth={WIDTH}
        />
        {props.showBands &&
          figure.bands.map(band => (
            <path
              key={band.from}
              d={gaugeArc(RING.radius, band.from, band.to)}
              fill="none"
              stroke={band.color}
              strokeWidth={RING.width}
            />
          ))}
        <text
          className={classes.figure}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={size}
        >
          {text}
        </text>
        {props.showLimits && (
          <>
            <text className={classes.end} x={-70} y={54} textAnchor="middle">
              {write(limits.min)}
            </text>
            <text className={classes.end} x={70} y={54} textAnchor="middle">
              {write(limits.max)}
            </text>
          </>
        )}
      </svg>
      {named && <div className={classes.name}>{figure.name}</div>}
    </div>
  );
}
