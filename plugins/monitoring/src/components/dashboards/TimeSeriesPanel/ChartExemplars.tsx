import {
  KeyboardEvent,
  RefObject,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type UPlot from 'uplot';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ColorTheme,
  displayField,
  PanelExemplar,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { formatMoment, PanelSeries } from '../series';
import { ChartLayout } from './ChartLayout';
import { ExemplarPopover } from './ExemplarPopover';
import { placeExemplar } from './placeExemplar';
import { useExemplars } from './useExemplars';

/** Of a diamond, and of what opens it by touch, in pixels. */
const SIZE = 10;
const TOUCH_SIZE = 24;

const useStyles = makeStyles(theme => ({
  exemplar: {
    position: 'absolute',
    width: SIZE,
    height: SIZE,
    margin: -SIZE / 2,
    padding: 0,
    border: 'none',
    background: 'none',
    lineHeight: 0,
    cursor: 'pointer',
    forcedColorAdjust: 'none',
    color: theme.palette.primary.main,
    '&:hover': {
      transform: 'scale(1.4)',
    },
    // A finger meets more than what is drawn.
    '@media (pointer: coarse)': {
      '&::after': {
        content: '""',
        position: 'absolute',
        inset: -(TOUCH_SIZE - SIZE) / 2,
      },
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  // Told from what is drawn below it in both themes.
  diamond: {
    stroke: theme.palette.background.paper,
  },
}));

/** Props of {@link ChartExemplars}. */
export interface ChartExemplarsProps {
  panel: PanelModel;
  variables: VariableValues;
  range: { from: number; to: number };
  chartRef: RefObject<UPlot | undefined>;
  series: PanelSeries[];
  layout: ChartLayout;
  theme: ColorTheme;
  timeZone?: string;
}

/** Steps of the keys that lead from one exemplar to another. */
const STEPS: Record<string, number | undefined> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
};

/** A diamond for each exemplar, which opens what is known of it. One stop for the Tab key. */
export function ChartExemplars(props: ChartExemplarsProps) {
  const { chartRef, series, layout, theme, timeZone } = props;
  const exemplars = useExemplars(props);
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const groupRef = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(0);
  const [opened, setOpened] = useState<{
    anchor: HTMLElement;
    exemplar: PanelExemplar;
    value: string;
  }>();
  const area = useSyncExternalStore(layout.subscribe, layout.area);
  const chart = chartRef.current;
  if (!area || !chart || exemplars.length === 0 || area.to <= area.from) {
    return null;
  }
  const placed = exemplars.flatMap(exemplar => {
    const place = placeExemplar(exemplar, series, area);
    return place ? [{ exemplar, place }] : [];
  });
  const current = Math.min(reached, placed.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(placed.length - 1, Math.max(0, current + step));
      groupRef.current?.querySelectorAll('button')[next]?.focus();
    }
  };

  return (
    <>
      {/* The keys move between its buttons. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={groupRef}
        role="group"
        aria-label={t('dashboards.exemplars.label', { count: placed.length })}
        onKeyDown={onKeyDown}
      >
        {placed.map(({ exemplar, place }, index) => {
          const { time } = exemplar;
          const value = displayField(place.series.field, { theme, timeZone })(
            exemplar.value,
          ).full;
          const label = t('dashboards.exemplars.one', {
            value,
            time: formatMoment(time, timeZone),
          });
          return (
            <button
              key={`${index}-${time}`}
              type="button"
              className={classes.exemplar}
              tabIndex={index === current ? 0 : -1}
              title={label}
              aria-label={label}
              aria-haspopup="dialog"
              onFocus={() => setReached(index)}
              onClick={({ currentTarget }) =>
                setOpened({ anchor: currentTarget, exemplar, value })
              }
              style={{
                left:
                  area.left +
                  ((time - area.from) / (area.to - area.from)) * area.width,
                top: area.top + chart.valToPos(place.value, place.scale),
              }}
            >
              <svg viewBox="0 0 10 10" width={SIZE} height={SIZE} aria-hidden>
                <path
                  className={classes.diamond}
                  d="M5 0.5 L9.5 5 L5 9.5 L0.5 5 Z"
                  fill="currentColor"
                />
              </svg>
            </button>
          );
        })}
      </div>
      {opened && (
        <ExemplarPopover
          {...opened}
          timeZone={timeZone}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
