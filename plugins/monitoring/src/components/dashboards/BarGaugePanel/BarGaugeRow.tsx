import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  BarGaugeOptions,
  readableInk,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { figureText, GaugeFigure } from '../figures';
import { BarGaugeBar } from './BarGaugeBar';
import { BarGaugeLayout } from './barGaugeLayout';

const SMALL_TEXT = 4.5;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
  },
  above: {
    flexDirection: 'column',
    justifyContent: 'center',
  },
  below: {
    flexDirection: 'column-reverse',
    justifyContent: 'flex-start',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
  },
  /** The figure is read before the bar, and drawn behind it. */
  lying: {
    flexDirection: 'row-reverse',
    justifyContent: 'flex-end',
  },
  standing: {
    flexDirection: 'column',
    justifyContent: 'flex-end',
  },
  name: {
    alignSelf: 'center',
    boxSizing: 'border-box',
    width: '100%',
    flex: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: 1.5,
    color: theme.palette.text.primary,
  },
  value: {
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    flex: 'none',
    overflow: 'hidden',
    fontWeight: 500,
    fontVariantNumeric: 'tabular-nums',
    lineHeight: 1,
    whiteSpace: 'nowrap',
  },
}));

/** Props of {@link BarGaugeRow}. */
export interface BarGaugeRowProps {
  figure: GaugeFigure;
  options: BarGaugeOptions;
  layout: BarGaugeLayout;
  isUpright: boolean;
  /** What it is called, for those who listen. */
  label: string;
}

/** A bar with its name and its figure. */
export function BarGaugeRow(props: BarGaugeRowProps) {
  const { figure, options, layout, isUpright, label } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { palette } = useTheme();
  const { limits, ends, display } = figure;
  const { name, value, bar } = layout;
  const text = figureText(display) || t('dashboards.panel.noData');
  const { numeric } = display;

  return (
    <div
      className={`${classes.root} ${
        name.place === 'left' || name.place === 'none'
          ? ''
          : classes[name.place]
      }`}
      role="meter"
      aria-label={label}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      aria-valuenow={
        Number.isFinite(numeric)
          ? Math.min(limits.max, Math.max(limits.min, numeric))
          : limits.min
      }
      aria-valuetext={t('dashboards.chart.gauge', { value: text, ...ends })}
    >
      {name.place !== 'none' && figure.title !== undefined && (
        <div
          className={classes.name}
          title={figure.title}
          style={{
            fontSize: name.size,
            ...(name.place === 'left' && {
              width: name.width,
              paddingRight: 10,
              textAlign: 'right',
            }),
            ...(name.place === 'below' && { textAlign: 'center' }),
          }}
        >
          {figure.title}
        </div>
      )}
      <div
        className={`${classes.bar} ${
          isUpright ? classes.standing : classes.lying
        }`}
      >
        {options.valueMode !== 'hidden' && (
          <div
            className={classes.value}
            style={{
              width: value.width,
              height: value.height,
              fontSize: value.size,
              justifyContent: isUpright ? 'center' : 'flex-end',
              padding: isUpright ? 0 : '0 10px',
              color:
                options.valueMode === 'text'
                  ? palette.text.primary
                  : readableInk(
                      display.color,
                      palette.background.paper,
                      SMALL_TEXT,
                    ),
            }}
          >
            {text}
          </div>
        )}
        <BarGaugeBar
          figure={figure}
          mode={options.displayMode}
          isUpright={isUpright}
          showUnfilled={options.showUnfilled}
          {...bar}
        />
      </div>
    </div>
  );
}
