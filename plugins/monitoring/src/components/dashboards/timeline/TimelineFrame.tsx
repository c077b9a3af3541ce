import { useContext, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  DisplayLook,
  readLegendOptions,
  readTimelineOptions,
  readTooltipOptions,
  stateLegend,
  TimelineOptions,
  TimelineRow,
  timelineRows,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LegendLayout } from '../legend';
import { Plot, PlotFrame, PlotProblem } from '../plot';
import { formatMoment } from '../series';
import { RowPages } from '../RowPages';
import { PanelProps } from '../types';
import { ElementSize } from '../followSize';
import { describeRows } from './describeRows';
import { StatesLegend } from './StatesLegend';
import { Translate } from './translate';

/** More rows cannot be told apart. */
const MOST_ROWS = 500;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flex: 1,
    flexDirection: 'column',
    minWidth: 0,
  },
});

/** What a timeline is drawn from. */
export interface TimelineInput {
  /** Those of the page. */
  rows: TimelineRow[];
  options: TimelineOptions;
  look: DisplayLook;
  /** Unix milliseconds. */
  range: { from: number; to: number };
  tooltipMode: 'single' | 'multi' | 'none';
  title: string;
  t: Translate;
}

/** Props of {@link TimelineFrame}. */
export interface TimelineFrameProps extends PanelProps {
  /** Whether states that are equal are one; else the panel's options say so. */
  mergeValues?: boolean;
  /** Has to be the same function each time. */
  plotOf: (input: TimelineInput, size: ElementSize) => Plot;
}

/** What state timelines and status histories have in common: rows, pages, legend, zoom. */
export function TimelineFrame(props: TimelineFrameProps) {
  const { panel, frames, range, title, plotOf } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const [first, setFirst] = useState(0);
  const legend = useMemo(
    () => readLegendOptions(panel.options),
    [panel.options],
  );
  const options = useMemo(() => {
    const read = readTimelineOptions(panel.options);
    return { ...read, mergeValues: props.mergeValues ?? read.mergeValues };
  }, [panel.options, props.mergeValues]);
  const { rows: all = [], problem } = useMemo(
    () => timelineRows(frames, options, range),
    [frames, options, range],
  );
  const look = useMemo(() => ({ theme: type, timeZone }), [type, timeZone]);
  const perPage = Math.min(options.perPage ?? MOST_ROWS, MOST_ROWS);
  const start = first < all.length ? first : 0;
  const rows = useMemo(
    () =>
      all
        .slice(start, start + perPage)
        .filter(({ field }) => !isHidden(field.config.custom)),
    [all, start, perPage],
  );
  const states = useMemo(() => stateLegend(rows, look), [rows, look]);
  const plot = useMemo(() => {
    const input: TimelineInput = {
      rows,
      options,
      look,
      range,
      title,
      tooltipMode: readTooltipOptions(panel.options).mode,
      t,
    };
    return (size: ElementSize) => plotOf(input, size);
  }, [rows, options, look, range, title, panel.options, plotOf, t]);

  if (problem || !rows.some(({ samples }) => samples.some(isKnown))) {
    return (
      <PlotProblem
        panel={panel}
        text={
          problem && frames.length > 0
            ? t(`dashboards.plot.${problem}`)
            : undefined
        }
      />
    );
  }
  return (
    <LegendLayout
      options={legend}
      legend={
        states.length > 0 && (
          <StatesLegend title={title} states={states} options={legend} />
        )
      }
    >
      <div className={classes.root}>
        <PlotFrame
          title={title}
          plotOf={plot}
          hasTooltip={readTooltipOptions(panel.options).mode !== 'none'}
          cursorSync={props.cursorSync}
          marks={props.marks}
          onZoom={props.onZoom}
          label={t('dashboards.plot.stateTimeline', {
            title,
            count: rows.length,
            from: formatMoment(range.from, timeZone),
            to: formatMoment(range.to, timeZone),
            states: describeRows(rows, look, t),
          })}
        />
        {all.length > perPage && (
          <RowPages
            first={start}
            perPage={perPage}
            total={all.length}
            onPage={setFirst}
          />
        )}
      </div>
    </LegendLayout>
  );
}

function isHidden({ hideFrom }: TimelineRow['field']['config']['custom']) {
  return (
    typeof hideFrom === 'object' &&
    hideFrom !== null &&
    !Array.isArray(hideFrom) &&
    hideFrom.viz === true
  );
}

function isKnown({ value }: TimelineRow['samples'][number]): boolean {
  return value !== null;
}
