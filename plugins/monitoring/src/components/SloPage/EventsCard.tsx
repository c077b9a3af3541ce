import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import BarChartIcon from '@material-ui/icons/BarChart';
import TableChartIcon from '@material-ui/icons/TableChartOutlined';
import { makeStyles } from '@material-ui/core/styles';
import {
  SloDetailResponse,
  SloHistory,
  sloWindowSeconds,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { Polled } from '../../hooks/usePolling';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { ChartSkeleton } from '../charts';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { sloNoun, useSloWords } from '../SloCard';
import { bucketLength, EventBucket, eventBuckets } from './eventBuckets';
import { EventBars } from './EventBars';
import { EventsTable } from './EventsTable';

/** Of the chart with its axis, so that nothing jumps. */
const HEIGHT = 144;

const useStyles = makeStyles(theme => ({
  chart: {
    minHeight: HEIGHT,
    padding: theme.spacing(2, 2.5),
  },
}));

/** Props of {@link EventsCard}. */
export interface EventsCardProps {
  detail: SloDetailResponse;
  /** Of the SLO's window. */
  history: Polled<SloHistory>;
}

/** Bad events of each day, as bars or as a table with all there is to a day. */
export function EventsCard(props: EventsCardProps) {
  const { detail } = props;
  const { status } = detail;
  const { value, error, refresh } = props.history;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  const { timeZone } = useTimeFormat();
  const [asTable, setAsTable] = useState(false);
  const length = bucketLength(sloWindowSeconds(status.window));
  const buckets = useMemo(
    () => value && eventBuckets(value, length, timeZone),
    [value, length, timeZone],
  );
  const noun = sloNoun(detail);
  const title = t(`sloPage.events.title.${noun}`);
  const { bad, total } = sumOf(buckets ?? []);

  const content = () => {
    if (!buckets || !value) {
      return error ? (
        <LoadFailed
          error={error}
          what={tShared('loadFailed.history')}
          onRetry={refresh}
        />
      ) : (
        <div className={classes.chart}>
          <ChartSkeleton height={HEIGHT} />
        </div>
      );
    }
    if (buckets.length === 0) {
      return (
        <EmptyState
          state="no-data"
          title={t('sloPage.budget.empty')}
          text={t('sloPage.budget.emptyHelp')}
        />
      );
    }
    if (bad === 0) {
      return (
        <EmptyState
          state={total > 0 ? 'ok' : 'no-traffic'}
          title={t('sloPage.events.none')}
          text={
            total > 0
              ? t(`sloPage.events.allGood.${noun}`, {
                  total: formatNumber(Math.round(total), 0),
                })
              : t('sloPage.events.nothingCounted')
          }
        />
      );
    }
    return asTable ? (
      <EventsTable
        buckets={buckets}
        length={length}
        objective={status.objective}
        title={title}
      />
    ) : (
      <div className={classes.chart}>
        <EventBars
          buckets={buckets}
          span={{
            from: value.times[0] - value.step,
            to: value.times[value.times.length - 1],
          }}
          length={length}
          title={title}
          evenPerSecond={
            status.events &&
            status.events.allowedBad / sloWindowSeconds(status.window)
          }
        />
      </div>
    );
  };

  return (
    <SectionCard
      title={title}
      aside={
        status.events &&
        status.events.total > 0 &&
        t(`sloPage.events.subtitle.${length}`, {
          bad: formatNumber(Math.round(status.events.bad), 0),
          total: formatNumber(Math.round(status.events.total), 0),
          window: words.inWindow(status.window),
        })
      }
      action={
        bad > 0 && (
          <Button
            size="small"
            color="primary"
            startIcon={asTable ? <BarChartIcon /> : <TableChartIcon />}
            onClick={() => setAsTable(shown => !shown)}
          >
            {asTable
              ? t('sloPage.events.asChart')
              : t('sloPage.events.asTable')}
          </Button>
        )
      }
      flush
    >
      {content()}
    </SectionCard>
  );
}

function sumOf(buckets: EventBucket[]) {
  return buckets.reduce(
    (sum, { bad, total }) => ({ bad: sum.bad + bad, total: sum.total + total }),
    { bad: 0, total: 0 },
  );
}
