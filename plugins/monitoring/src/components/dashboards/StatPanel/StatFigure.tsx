import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  displayValue,
  FieldDisplay,
  StatOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { FigureBox, figureLevel, FigureTone, unitText } from '../figures';
import { PercentChange } from './PercentChange';
import { Sparkline } from './Sparkline';
import { changeColor, statColors } from './statColors';
import { ICON_GAP, ICON_SIZE, StatLayout, UNIT_SIZE } from './statLayout';

const ICONS: Record<FigureTone, typeof WarningIcon> = {
  good: CheckCircleOutlineIcon,
  warning: WarningIcon,
  bad: ErrorOutlineIcon,
};

/** From so many pixels on, WCAG calls a text large. */
const LARGE_TEXT = 24;

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
    borderRadius: 2,
    lineHeight: 1.2,
  },
  texts: {
    position: 'relative',
    zIndex: 1,
    display: 'flex',
    flex: 1,
    flexWrap: 'wrap',
    minWidth: 0,
  },
  stacked: {
    flexDirection: 'column',
    flexWrap: 'nowrap',
    justifyContent: 'center',
  },
  withChart: {
    alignSelf: 'flex-start',
  },
  wide: {
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '0.75ch',
  },
  centered: {
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
  },
  name: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  value: {
    display: 'flex',
    alignItems: 'center',
    gap: `${ICON_GAP}em`,
    maxWidth: '100%',
    fontWeight: 500,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  // A unit below its number would lie over the course.
  measured: {
    whiteSpace: 'nowrap',
  },
  unit: {
    fontSize: `${UNIT_SIZE}em`,
  },
  icon: {
    display: 'inline-flex',
    flex: 'none',
    fontSize: `${ICON_SIZE}em`,
    '& svg': { fontSize: '1em' },
  },
});

/** Props of {@link StatFigure}. */
export interface StatFigureProps {
  figure: FieldDisplay;
  options: StatOptions;
  box: FigureBox;
  layout: StatLayout;
  /** What is written: the name, the figure, both or nothing. */
  shows: { name: boolean; value: boolean };
  range: MonitoringTimeRange;
}

/** One figure, its name and its course. */
export function StatFigure(props: StatFigureProps) {
  const { figure, options, layout, shows, box } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { palette } = useTheme();
  const { display, title = '' } = figure;
  const look = {
    theme: palette.type,
    ground: palette.background.paper,
    text: palette.text.primary,
    subtle: palette.text.primary,
    isLarge: layout.valueSize * UNIT_SIZE >= LARGE_TEXT,
  };
  const colors = statColors(display.color, options.colorMode, look);
  const level = shows.value ? figureLevel(figure) : undefined;
  const Icon = level && ICONS[level.tone];
  const write = (limit: number) =>
    displayValue(limit, { ...figure.config, mappings: [] }).full;
  let meaning: string | undefined;
  if (level?.limit !== undefined) {
    meaning = t('dashboards.chart.level', { limit: write(level.limit) });
  } else if (level?.next !== undefined) {
    meaning = t('dashboards.chart.levelBase', { limit: write(level.next) });
  }
  const isCentered =
    options.justifyMode === 'center' || !(shows.name && shows.value);
  const change = figure.percentChange;

  return (
    <div
      className={classes.root}
      style={{ background: colors.background, padding: layout.padding }}
      title={shows.name && shows.value ? undefined : hint(figure)}
      role={shows.name || !title ? undefined : 'group'}
      aria-label={shows.name || !title ? undefined : title}
    >
      {layout.chartHeight > 0 && figure.sparkline && (
        <Sparkline
          course={figure.sparkline}
          range={props.range}
          interval={
            figure.source?.frame.fields.find(({ type }) => type === 'time')
              ?.config.interval
          }
          width={box.width}
          height={layout.chartHeight}
          line={colors.line}
          area={options.graphMode === 'area' ? colors.area : undefined}
        />
      )}
      <div
        className={[
          classes.texts,
          layout.isWide ? classes.wide : classes.stacked,
          isCentered ? classes.centered : '',
          layout.chartHeight > 0 && !isCentered ? classes.withChart : '',
        ].join(' ')}
      >
        {shows.name && (
          <div
            className={classes.name}
            style={{
              color: shows.value ? colors.name : colors.value,
              fontSize: shows.value ? layout.nameSize : layout.valueSize,
            }}
          >
            {title}
          </div>
        )}
        {shows.value && (
          <div
            className={classes.value}
            style={{ color: colors.value, fontSize: layout.valueSize }}
          >
            {Icon && meaning && (
              <span
                className={classes.icon}
                role="img"
                aria-label={meaning}
                title={meaning}
              >
                <Icon aria-hidden />
              </span>
            )}
            <span className={display.suffix ? classes.measured : undefined}>
              {display.prefix}
              {display.text}
              {display.suffix && (
                <span className={classes.unit}>{unitText(display.suffix)}</span>
              )}
            </span>
          </div>
        )}
        {change !== undefined && Number.isFinite(change) && (
          <PercentChange
            change={change}
            size={layout.changeSize}
            color={changeColor(
              change,
              options.percentChangeColorMode,
              colors,
              look,
            )}
          />
        )}
      </div>
    </div>
  );
}

/** What is not written, on hover. */
function hint({ title, display }: FieldDisplay): string | undefined {
  return title ? `${title}: ${display.full}` : undefined;
}
