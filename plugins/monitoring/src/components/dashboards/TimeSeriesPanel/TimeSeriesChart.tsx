import {
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTheme } from '@material-ui/core/styles';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import {
  DashboardMark,
  DashboardModel,
  PanelModel,
  TooltipOptions,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { lazily } from '../../lazily';
import { CursorStore, measureText, useUPlot } from '../chart';
import { PanelSeries } from '../series';
import { visuallyHidden } from '../visuallyHidden';
import { ChartLayout } from './ChartLayout';
import { chartLook } from './chartLook';
import { chartOptions, ChartState } from './chartOptions';
import { CHART_PATHS } from './chartPaths';
import { chartSignature } from './chartSignature';
import { Region } from './drawMarks';
import { alignForChart, prepareChart, PreparedChart } from './prepareChart';
import { sayValues } from './sayValues';
import { useChartKeyboard } from './useChartKeyboard';
import { useChartStyles } from './useChartStyles';
import { useHighlight } from './useHighlight';
import { usePinning } from './usePinning';

// Not before somebody points at a chart, and where there are marks.
const ChartTooltip = lazily(() =>
  import('./ChartTooltip').then(module => module.ChartTooltip),
);
const ChartMarks = lazily(() =>
  import('./ChartMarks').then(module => module.ChartMarks),
);
const ChartExemplars = lazily(() =>
  import('./ChartExemplars').then(module => module.ChartExemplars),
);

/** Props of {@link TimeSeriesChart}. */
export interface TimeSeriesChartProps {
  series: PanelSeries[];
  /** Keys of the series that are drawn. */
  visible: ReadonlySet<string>;
  /** Key of the series that the others step back for. */
  highlighted?: string;
  range: { from: number; to: number };
  regions: Region[];
  marks: DashboardMark[];
  /** The panel, when its queries ask for exemplars. */
  exemplarsOf?: PanelModel;
  tooltip: TooltipOptions;
  cursorSync: DashboardModel['cursorSync'];
  variables: VariableValues;
  timeZone?: string;
  /** A time axis for each, when the panel has chosen some. */
  timeZones: (string | undefined)[];
  /** Of the element that says what the chart shows. */
  labelId: string;
  onZoom: (range: { from: number; to: number }) => void;
}

/** Series drawn by uPlot. Load it lazily. */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { series, visible, range, regions, marks, timeZone } = props;
  const theme = useTheme();
  const classes = useChartStyles();
  const liveRef = useRef<HTMLDivElement>(null);
  const [cursor] = useState(() => new CursorStore());
  const isFollowed = useSyncExternalStore(cursor.subscribe, cursor.wasShown);
  const [layout] = useState(() => new ChartLayout());
  const look = useMemo(() => chartLook(theme), [theme]);
  const { type } = theme.palette;

  const aligned = useMemo(() => alignForChart(series), [series]);
  const prepared = useMemo(
    () => prepareChart(aligned, series, visible),
    [aligned, series, visible],
  );

  // What the chart asks for while it draws. A new one is no reason to make the chart again.
  const state = useRef<ChartState>(undefined as never);
  state.current = {
    ...{ series, visible, range, regions, marks, look },
    theme: type,
    values: aligned.values,
  };
  const latest = useRef({ prepared, onZoom: props.onZoom });
  latest.current = { prepared, onZoom: props.onZoom };
  const keyboardMoves = useRef<() => boolean>(() => false);

  const signature = chartSignature(series);
  const zones = props.timeZones.join('\n');
  const options = useMemo(
    () =>
      withBands(
        chartOptions({
          state: () => state.current,
          ...{ look, timeZone },
          theme: type,
          timeZones: props.timeZones,
          cursorSync: props.cursorSync,
          paths: CHART_PATHS,
          makers: UPlot,
          measure: measureText,
          tzDate: time =>
            timeZone ? UPlot.tzDate(new Date(time), timeZone) : new Date(time),
          onZoom: next => latest.current.onZoom(next),
          isFollowed: () =>
            props.cursorSync === 'tooltip' || keyboardMoves.current(),
          onCursor: next =>
            cursor.move(
              next && keyboardMoves.current()
                ? { ...next, isRemote: false }
                : next,
            ),
          onLayout: layout.read,
        }),
        () => latest.current.prepared,
      ),
    // The signature stands for the series, the names for the list of zones.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [signature, look, type, timeZone, zones, props.cursorSync, cursor, layout],
  );

  const drawing = useMemo(
    () => ({ visible, regions, marks, series }),
    [visible, regions, marks, series],
  );
  const { rootRef, chartRef } = useUPlot({
    Plot: UPlot,
    options,
    data: prepared.data as UPlot.AlignedData,
    range,
    look: drawing,
    beforeDraw: chart => {
      setBands(chart, prepared);
      series.forEach(({ key }, index) => {
        const show = visible.has(key);
        if (chart.series[index + 1].show !== show) {
          chart.setSeries(index + 1, { show });
        }
      });
    },
  });
  useHighlight(chartRef, series, props.highlighted);
  usePinning(rootRef, cursor);
  const keyboard = useChartKeyboard({
    ...{ chartRef, cursor, range, liveRef },
    describe: index =>
      sayValues(series, aligned, index, { visible, theme: type, timeZone }),
    onZoom: props.onZoom,
  });
  keyboardMoves.current = () => keyboard.isMoving.current === true;
  useEffect(() => () => cursor.release(), [cursor]);

  return (
    <div className={classes.root}>
      <div
        ref={rootRef}
        className={classes.canvas}
        role="img"
        aria-labelledby={props.labelId}
        {...keyboard.handlers}
      />
      <div ref={liveRef} style={visuallyHidden} aria-live="polite" />
      {marks.length > 0 && (
        <ChartMarks {...{ marks, layout, timeZone }} theme={type} />
      )}
      {props.exemplarsOf && (
        <ChartExemplars
          {...{ chartRef, series, layout, range, timeZone }}
          panel={props.exemplarsOf}
          variables={props.variables}
          theme={type}
        />
      )}
      {props.tooltip.mode !== 'none' && isFollowed && (
        <ChartTooltip
          {...{ chartRef, cursor, aligned, series, visible, timeZone }}
          options={props.tooltip}
          followsOthers={props.cursorSync === 'tooltip'}
          links={{ variables: props.variables, range }}
          theme={type}
        />
      )}
    </div>
  );
}

type Options = ReturnType<typeof chartOptions>;

/** Bands depend on the data: they are set before the first drawing, and before each other one. */
function withBands(options: Options, prepared: () => PreparedChart): Options {
  return {
    ...options,
    hooks: { ...options.hooks, init: [u => setBands(u, prepared())] },
  };
}

function setBands(chart: UPlot, { bands }: PreparedChart) {
  chart.delBand(null);
  for (const { upper, lower, dir } of bands) {
    chart.addBand({ series: [upper + 1, lower + 1], dir });
  }
}
