import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, useTheme } from '@material-ui/core/styles';
import { formatNumber } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { toneColors } from '../../theme/toneColors';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { placeLabels, Plot, TimeChart, TimeSpan } from '../charts';
import { bucketText } from './bucketText';
import { BucketLength, EventBucket } from './eventBuckets';
import { niceTicks } from './niceTicks';

const HEIGHT = 120;
/** What is there must be seen. In pixels. */
const LEAST_BAR = 1.5;

/** Props of {@link EventBars}. */
export interface EventBarsProps {
  buckets: EventBucket[];
  /** What is looked at, whether or not all of it was measured. */
  span: TimeSpan;
  length: BucketLength;
  /** What is counted: `Failed events`. */
  title: string;
  /** Bad events that an even spending of the budget would have each second. */
  evenPerSecond?: number;
}

/** Bad events as bars; those that spent more than their even share of the budget stand out. */
export function EventBars(props: EventBarsProps) {
  const { buckets, span, length, title, evenPerSecond } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const theme = useTheme();
  const format = useTimeFormat();
  const most = buckets.reduce((one, other) =>
    other.bad > one.bad ? other : one,
  );
  const ticks = niceTicks(most.bad);
  const scale = { min: 0, max: ticks[ticks.length - 1] };
  const longest = Math.max(...buckets.map(({ start, end }) => end - start));
  const even = evenPerSecond && evenPerSecond * longest;
  const isEvenShown = even !== undefined && even <= scale.max;
  const sum = buckets.reduce((all, { bad }) => all + bad, 0);

  const evenLabel = (plot: Plot) =>
    placeLabels(
      isEvenShown
        ? [
            {
              key: 'even',
              text: t('sloPage.events.even'),
              x: 0,
              y: plot.y(even) - 8,
            },
          ]
        : [],
      plot,
    );

  return (
    <TimeChart
      label={t('sloPage.events.chart', {
        title,
        bad: formatNumber(Math.round(sum), 0),
        time: bucketText(most, length, format),
        most: formatNumber(Math.round(most.bad), 0),
      })}
      span={span}
      scale={scale}
      ticks={ticks.map(value => ({ value, text: formatNumber(value) }))}
      height={HEIGHT}
      timeZone={format.timeZone}
      labels={evenLabel}
      tip={time => {
        const bucket = buckets.find(
          ({ start, end }) => time >= start && time <= end,
        );
        return (
          bucket && (
            <>
              <div>{bucketText(bucket, length, format)}</div>
              {title} <strong>{formatNumber(Math.round(bucket.bad), 0)}</strong>
            </>
          )
        );
      }}
    >
      {plot => (
        <>
          {buckets.map(({ start, end, bad }) => {
            const isOver =
              evenPerSecond !== undefined &&
              bad > evenPerSecond * (end - start);
            const width = plot.x(end) - plot.x(start);
            const gap = Math.min(4, width * 0.2);
            const height =
              bad > 0 ? Math.max(LEAST_BAR, HEIGHT - plot.y(bad)) : 0;
            return (
              <rect
                key={start}
                x={plot.x(start) + gap / 2}
                y={HEIGHT - height}
                width={Math.max(1, width - gap)}
                height={height}
                fill={toneColors(theme, isOver ? 'error' : 'neutral').bar}
              />
            );
          })}
          {isEvenShown && (
            <line
              x1={0}
              x2={plot.width}
              y1={plot.y(even)}
              y2={plot.y(even)}
              stroke={alpha(theme.palette.text.primary, 0.5)}
              strokeDasharray="3 4"
            />
          )}
        </>
      )}
    </TimeChart>
  );
}
