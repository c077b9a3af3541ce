import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  readableInk,
  TextSizes,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { FigureBox, figureText, fitText, GaugeFigure } from '../figures';
import { withOpacity } from '../series';
import { gaugeArc, gaugePoint } from './gaugeArc';

/** Of the dial's own coordinates, in which everything else is measured. */
const RADIUS = 78;
const WIDTH = 22;
const RING = { radius: 95, width: 5 };
const LABEL_RADIUS = 104;
/** The dial is open below. */
const BOX = { width: 200, height: 156 };
/** What is written at the limits, in pixels, and its bounds in the dial's own coordinates. */
const LABEL_SIZE = 11;
const LABEL_BOUNDS = { least: 12, most: 24 };
/** Room around the dial for it, relative to its size. */
const LABEL_ROOM = 3;
const LARGEST_FIGURE = 42;
const ROOM = 112;
const SMALL_TEXT = 4.5;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
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
  },
  end: {
    fill: theme.palette.text.primary,
  },
  name: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.palette.text.primary,
  },
}));

/** Props of {@link GaugeDial}. */
export interface GaugeDialProps {
  figure: GaugeFigure;
  box: FigureBox;
  /** What it is called, for those who listen. */
  label: string;
  /** Whether the series' name is written. */
  named: boolean;
  showBands: boolean;
  /** Whether the ends of the scale and the limits are written. */
  showLimits: boolean;
  text: TextSizes;
}

/** A dial: how full something is. */
export function GaugeDial(props: GaugeDialProps) {
  const { figure, named, box, text: sizes } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { display, limits, ends, share, neutral } = figure;
  const text = figureText(display) || t('dashboards.panel.noData');
  const bare = Math.min(box.width / BOX.width, box.height / BOX.height) || 1;
  const labelSize = Math.min(
    LABEL_BOUNDS.most,
    Math.max(LABEL_BOUNDS.least, LABEL_SIZE / bare),
  );
  const room = props.showLimits ? labelSize * LABEL_ROOM : 0;
  const scale = Math.min(
    box.width / (BOX.width + 2 * room),
    box.height / (BOX.height + room),
  );
  const size = sizes.valueSize
    ? sizes.valueSize / (scale || 1)
    : fitText(
        text,
        { width: ROOM, height: LARGEST_FIGURE * 1.2 },
        String(theme.typography.fontFamily),
      );
  const { numeric } = display;
  const now = Number.isFinite(numeric)
    ? Math.min(limits.max, Math.max(limits.min, numeric))
    : limits.min;
  const written = [
    { at: 0, text: ends.min },
    ...figure.bands
      .filter(({ limit, from }) => limit !== undefined && from > 0)
      .map(({ from, limit = '' }) => ({ at: from, text: limit })),
    { at: 1, text: ends.max },
  ];

  return (
    <div
      className={classes.root}
      role="meter"
      aria-label={props.label}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      aria-valuenow={now}
      aria-valuetext={t('dashboards.chart.gauge', { value: text, ...ends })}
    >
      <svg
        className={classes.dial}
        viewBox={`${-100 - room} ${-100 - room} ${BOX.width + 2 * room} ${
          BOX.height + room
        }`}
        aria-hidden
      >
        <path
          d={gaugeArc(RADIUS, 0, 1)}
          fill="none"
          stroke={withOpacity(theme.palette.text.primary, 0.1)}
          strokeWidth={WIDTH}
        />
        <path
          d={gaugeArc(
            RADIUS,
            Math.min(neutral, share),
            Math.max(neutral, share),
          )}
          fill="none"
          stroke={display.color}
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
          fill={readableInk(
            display.color,
            theme.palette.background.paper,
            SMALL_TEXT,
          )}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={size}
        >
          {text}
        </text>
        {props.showLimits &&
          written.map(({ at, text: limit }) => {
            const { x, y } = gaugePoint(LABEL_RADIUS, at);
            return (
              <text
                key={at}
                className={classes.end}
                fontSize={labelSize}
                x={x}
                // The ends of the scale are told below it.
                y={at === 0 || at === 1 ? y + labelSize : y}
                textAnchor={anchorAt(at)}
              >
                {limit}
              </text>
            );
          })}
      </svg>
      {named && (
        <div
          className={classes.name}
          style={{
            fontSize:
              sizes.titleSize ?? Math.max(12, Math.min(box.height * 0.12, 22)),
          }}
        >
          {figure.title}
        </div>
      )}
    </div>
  );
}

function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share === 0 || share === 1 || (share >= 0.4 && share <= 0.6)) {
    return 'middle';
  }
  return share < 0.4 ? 'end' : 'start';
}
