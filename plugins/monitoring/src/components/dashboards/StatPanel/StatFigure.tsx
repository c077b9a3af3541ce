import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  displayValue,
  resolveColor,
  StatOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { Tone, toneColors } from '../../../theme/toneColors';
import { withOpacity } from '../series';
import { PercentChange } from './PercentChange';
import { sparklinePath } from './sparklinePath';
import { FigureItem } from '../figures';
import { figureLevel, FigureTone } from '../figures';

const SPARKLINE = { width: 200, height: 40 };
const LOOKS: Record<FigureTone, { Icon: typeof WarningIcon; tone: Tone }> = {
  good: { Icon: CheckCircleOutlineIcon, tone: 'ok' },
  warning: { Icon: WarningIcon, tone: 'warning' },
  bad: { Icon: ErrorOutlineIcon, tone: 'error' },
};

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'flex',
    flex: '1 1 0',
    flexDirection: 'column',
    justifyContent: 'center',
    alignItems: 'center',
    minWidth: 96,
    minHeight: 56,
    overflow: 'hidden',
    textAlign: 'center',
  },
  value: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    maxWidth: '100%',
    zIndex: 1,
    fontWeight: 500,
    lineHeight: 1.15,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  unit: {
    fontSize: '0.65em',
  },
  icon: {
    fontSize: '0.75em',
  },
  name: {
    zIndex: 1,
    maxWidth: '100%',
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.textSubtle,
  },
  onTint: {
    color: theme.palette.text.primary,
  },
  sparkline: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    left: 0,
    width: '100%',
    height: '28%',
  },
}));

/** Props of {@link StatFigure}. */
export interface StatFigureProps {
  item: FigureItem;
  options: StatOptions;
  /** Whether the series' name is written. */
  named: boolean;
  /** Of the figure, in pixels. */
  fontSize: number;
}

/** One figure, its name and its course. */
export function StatFigure(props: StatFigureProps) {
  const { item, options, fontSize } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { series, display } = item;

  const level = figureLevel(item);
  const look = level && LOOKS[level.tone];
  const color = display.color
    ? resolveColor(display.color, theme.palette.type)
    : series.color;
  const isTinted =
    options.colorMode.startsWith('background') && display.color !== undefined;
  const path =
    options.graphMode !== 'none' &&
    sparklinePath(
      series.times,
      series.values,
      SPARKLINE.width,
      SPARKLINE.height,
    );
  const write = (limit: number) =>
    displayValue(limit, { ...series.config, mappings: [] }).full;
  const meaning =
    level?.limit !== undefined
      ? t('dashboards.chart.level', { limit: write(level.limit) })
      : level?.next !== undefined &&
        t('dashboards.chart.levelBase', { limit: write(level.next) });

  return (
    <div
      className={classes.root}
      style={isTinted ? { background: withOpacity(color, 0.2) } : undefined}
    >
      {path && (
        <svg
          className={classes.sparkline}
          viewBox={`0 0 ${SPARKLINE.width} ${SPARKLINE.height}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          {options.graphMode === 'area' && (
            <path d={path.area} fill={withOpacity(color, 0.2)} />
          )}
          <path
            d={path.line}
            fill="none"
            stroke={color}
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
      {options.textMode !== 'name' && options.textMode !== 'none' && (
        <div className={classes.value} style={{ fontSize }}>
          {look && (
            <look.Icon
              className={classes.icon}
              style={{ color: toneColors(theme, look.tone).icon }}
              titleAccess={meaning || undefined}
            />
          )}
          <span>
            {display.prefix}
            {display.text}
            <span className={classes.unit}>{display.suffix}</span>
          </span>
          {options.showPercentChange && <PercentChange change={item.change} />}
        </div>
      )}
      {props.named && (
        <div className={`${classes.name} ${isTinted ? classes.onTint : ''}`}>
          {item.name}
        </div>
      )}
    </div>
  );
}
