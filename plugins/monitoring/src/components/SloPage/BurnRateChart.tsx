import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import {
  BurnRatePair,
  SloHistory,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBurnLimit,
  formatBurnRate,
  formatSpan,
  formatTime,
} from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { AlertBands, valueAt } from '../BurnDown';
import { linePath, placeLabels, Plot, TimeChart } from '../charts';
import { BurnLine, burnRateDecades } from './burnLines';

const HEIGHT = 240;

/** Props of {@link BurnRateChart}. */
export interface BurnRateChartProps {
  history: SloHistory;
  lines: BurnLine[];
  /** How long the range is, for people. */
  range: string;
}

/** The burn rate over each pair's long window, on a logarithmic scale, against its limit. */
export function BurnRateChart(props: BurnRateChartProps) {
  const { history, lines } = props;
  const { times } = history;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const theme = useTheme();
  const format = useTimeFormat();
  const span = { from: times[0], to: times[times.length - 1] };
  const decades = burnRateDecades(lines);
  const scale = {
    min: decades[0],
    max: decades[decades.length - 1],
    logarithmic: true,
  };
  const rateAt = (line: BurnLine, time: number) =>
    formatBurnRate(valueAt(times, line.values, time));
  const limitText = ({ limit, severity }: BurnRatePair) =>
    t(`sloPage.burnRate.limit.${severity}`, { limit: formatBurnLimit(limit) });

  const labels = (plot: Plot) =>
    placeLabels(
      distinctLimits(lines).map(({ pair }) => ({
        key: String(pair.limit),
        text: limitText(pair),
        x: 4,
        y: plot.y(pair.limit),
      })),
      plot,
    );
  const tip = (time: number) => (
    <>
      <div>{formatTime(time * 1000, format)}</div>
      {lines.map(line => (
        <div key={line.pair.tier}>
          {t('sloPage.burnRate.legend', {
            span: formatSpan(line.pair.longWindow),
          })}{' '}
          <strong>{rateAt(line, time)}</strong>
        </div>
      ))}
    </>
  );

  return (
    <TimeChart
      label={t('sloPage.burnRate.chart', {
        range: props.range,
        lines: lines
          .map(line =>
            t('sloPage.burnRate.line', {
              span: formatSpan(line.pair.longWindow),
              rate: rateAt(line, span.to),
              limit: formatBurnLimit(line.pair.limit),
            }),
          )
          .join(' '),
      })}
      span={span}
      scale={scale}
      ticks={decades.map(value => ({ value, text: formatBurnLimit(value) }))}
      height={HEIGHT}
      timeZone={format.timeZone}
      labels={labels}
      tip={tip}
    >
      {plot => (
        <>
          <AlertBands alerts={history.alerts} span={span} plot={plot} />
          {distinctLimits(lines).map(({ pair, color }) => (
            <line
              key={pair.limit}
              x1={0}
              x2={plot.width}
              y1={plot.y(pair.limit)}
              y2={plot.y(pair.limit)}
              stroke={color}
              strokeWidth={1.5}
              strokeDasharray="6 4"
            />
          ))}
          {/* The most urgent line lies on top. */}
          {[...lines].reverse().map(({ pair, color, values }) => (
            <path
              key={pair.tier}
              d={linePath(times, values, plot, scale.min).line}
              fill="none"
              stroke={color}
              strokeWidth={2}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
          <line
            x1={0}
            x2={plot.width}
            y1={plot.height}
            y2={plot.height}
            stroke={theme.palette.divider}
          />
        </>
      )}
    </TimeChart>
  );
}

/** Pairs with the same limit share its line. */
function distinctLimits(lines: BurnLine[]): BurnLine[] {
  return lines.filter(
    (line, index) =>
      lines.findIndex(({ pair }) => pair.limit === line.pair.limit) === index,
  );
}
