import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { alpha, useTheme } from '@material-ui/core/styles';
import {
  SloHistory,
  SloIncident,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBudget,
  formatDuration,
  formatPercent,
  formatTime,
  formatTimeOrDay,
} from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { Tone, toneColors } from '../../theme/toneColors';
import { monitoringSlosTranslationRef } from '../../translation';
import { linePath, placeLabels, Plot, TimeChart } from '../charts';
import { AlertBands } from './AlertBands';
import { budgetAsSpent } from './budgetAsSpent';
import { budgetScale } from './budgetScale';
import { evenSpending, windowBeginnings } from './budgetWindows';
import { IncidentBands } from './IncidentBands';
import { incidentLabels } from './incidentLabels';
import { valueAt } from './valueAt';

const HEIGHT = { card: 72, page: 240 };
/** How far the last point may be from the end to be called the present, in steps. */
const PRESENT_STEPS = 2;

/** Props of {@link BurnDownChart}. */
export interface BurnDownChartProps {
  history: SloHistory;
  slo: Pick<SloStatus, 'window' | 'events'>;
  tone: Tone;
  /** On a card the chart is low and without texts. */
  size: 'card' | 'page';
}

/** The budget left as a line, beside that of even spending, with what went wrong marked. */
export function BurnDownChart(props: BurnDownChartProps) {
  const { history, slo, size } = props;
  const { times, incidents } = history;
  const { window } = slo;
  const spent = budgetAsSpent(history, slo);
  const budgetRemaining = spent ?? history.budgetRemaining;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const theme = useTheme();
  const format = useTimeFormat();
  const { bar } = toneColors(theme, props.tone);
  const subtle = alpha(theme.palette.text.primary, 0.5);
  const known = budgetRemaining.filter(
    (value): value is number => typeof value === 'number',
  );

  if (known.length === 0) {
    return <Typography variant="body2">{t('slo.historyEmpty')}</Typography>;
  }
  const lowest = known.reduce((least, share) => Math.min(least, share));
  const span = { from: times[0], to: times[times.length - 1] };
  const scale = budgetScale(lowest);
  const ticks = size === 'page' ? scale.ticks : [...new Set([1, 0, scale.min])];
  // Of many rolling windows after another, none is spent evenly from all to nothing.
  const even =
    spent || window.type === 'calendar' ? evenSpending(window, span) : [];
  const resets = windowBeginnings(window, span);
  const isPresent =
    format.now / 1000 - span.to <= PRESENT_STEPS * Math.max(history.step, 60);
  const shareAt = (time: number) => valueAt(times, budgetRemaining, time);

  const incidentText = ({ start, end, budgetShare }: SloIncident) =>
    t('slo.incident', {
      time:
        end === undefined
          ? t('slo.incidentNow')
          : formatTimeOrDay(start * 1000, format),
      budget: formatBudget(budgetShare),
      duration: formatDuration((end ?? format.now / 1000) - start),
    });
  const labels = (plot: Plot) => {
    return placeLabels(
      [
        ...incidentLabels(incidents, {
          span,
          plot,
          shareAt,
          textOf: incidentText,
        }),
        ...resets.map(time => ({
          key: `reset/${time}`,
          text: t('slo.newWindow'),
          x: plot.x(time),
          y: plot.height - 12,
        })),
        ...even.slice(0, 1).map(({ from, to }) => ({
          key: 'even',
          text: t('slo.evenSpending'),
          x: plot.x((from.time + to.time) / 2),
          y: plot.y((from.share + to.share) / 2) - 8,
        })),
      ],
      plot,
    );
  };
  const tip = (time: number) => {
    const share = shareAt(time);
    return (
      share !== undefined && (
        <>
          <div>{formatTime(time * 1000, format)}</div>
          <strong>{t('slo.tipBudget', { budget: formatBudget(share) })}</strong>
        </>
      )
    );
  };
  const last = known[known.length - 1];

  return (
    <TimeChart
      label={[
        t('slo.historyLabel', {
          first: formatBudget(known[0]),
          last: formatBudget(last),
          lowest: formatBudget(lowest),
        }),
        ...incidents.map(incidentText),
      ].join('. ')}
      span={span}
      endText={isPresent ? t('slo.now') : undefined}
      scale={scale}
      ticks={ticks.map(value => ({ value, text: formatPercent(value, 0) }))}
      height={HEIGHT[size]}
      timeZone={format.timeZone}
      labels={size === 'page' ? labels : undefined}
      tip={tip}
    >
      {plot => {
        const path = linePath(times, budgetRemaining, plot);
        return (
          <>
            <AlertBands alerts={history.alerts} span={span} plot={plot} />
            <IncidentBands incidents={incidents} span={span} plot={plot} />
            <path d={path.area} fill={alpha(bar, 0.1)} />
            {resets.map(time => (
              <line
                key={time}
                x1={plot.x(time)}
                x2={plot.x(time)}
                y1={0}
                y2={plot.height}
                stroke={subtle}
              />
            ))}
            {even.map(({ from, to }) => (
              <line
                key={from.time}
                x1={plot.x(from.time)}
                y1={plot.y(from.share)}
                x2={plot.x(to.time)}
                y2={plot.y(to.share)}
                stroke={subtle}
                strokeDasharray="3 4"
              />
            ))}
            {scale.min < 0 && (
              <line
                x1={0}
                x2={plot.width}
                y1={plot.y(0)}
                y2={plot.y(0)}
                stroke={theme.palette.text.primary}
              />
            )}
            <path
              d={path.line}
              fill="none"
              stroke={bar}
              strokeWidth={2}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
            {isPresent && budgetRemaining[times.length - 1] !== null && (
              <circle
                cx={plot.x(span.to)}
                cy={plot.y(last)}
                r={size === 'page' ? 5 : 3}
                fill={bar}
                stroke={theme.palette.background.paper}
                strokeWidth={2}
              />
            )}
          </>
        );
      }}
    </TimeChart>
  );
}
