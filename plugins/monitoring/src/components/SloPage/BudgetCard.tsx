import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import {
  SloHistory,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatDay, formatPercent, formatSpan, formatTime } from '../../format';
import { Polled } from '../../hooks/usePolling';
import { useSloHistory } from '../../hooks/useSlo';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { useUrlState } from '../../hooks/useUrlState';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { budgetAsSpent, BurnDownChart } from '../BurnDown';
import { ChartSkeleton } from '../charts';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { SloNote, sloTone, useSloWords } from '../SloCard';
import { budgetRanges } from './budgetRanges';

/** Of the chart with its axis, so that nothing jumps. */
const HEIGHT = 264;
/** From here on the window counts as measured. */
const WHOLE = 0.995;
const DAY = 86_400;
/** Up to here the clock says more than the day. */
const SHORT = 1.5 * DAY;
const PARAMETER = 'range';

const useStyles = makeStyles(theme => ({
  frame: {
    minHeight: HEIGHT,
  },
  note: {
    '& > *': { marginTop: theme.spacing(2) },
  },
  points: {
    color: theme.palette.textSubtle,
  },
  range: {
    height: 32,
    padding: theme.spacing(0, 1.5),
    color: theme.palette.textSubtle,
    textTransform: 'none',
    whiteSpace: 'nowrap',
    '&.Mui-selected': { color: theme.palette.text.primary },
  },
}));

/** Props of {@link BudgetCard}. */
export interface BudgetCardProps {
  slo: SloStatus;
  /** Of the SLO's window. */
  history: Polled<SloHistory>;
}

/** The budget left over time, over a range of one's choice. */
export function BudgetCard(props: BudgetCardProps) {
  const { slo } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  const { params, change } = useUrlState();
  const ranges = budgetRanges(slo.window);
  const chosen =
    ranges.find(({ key }) => key === params.get(PARAMETER)) ??
    ranges.find(({ key }) => key === 'window')!;
  const textOf = ({ seconds }: { seconds?: number }) =>
    seconds === undefined ? words.windowShort(slo.window) : formatSpan(seconds);

  return (
    <SectionCard
      title={t('sloPage.budget.title')}
      aside={
        <RangeText
          text={textOf(chosen)}
          seconds={chosen.seconds}
          history={props.history.value}
        />
      }
      action={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={chosen.key}
          aria-label={t('sloPage.ranges.label')}
          onChange={(_event, key: string | null) =>
            key &&
            change(
              { [PARAMETER]: key === 'window' ? undefined : key },
              { replace: true },
            )
          }
        >
          {ranges.map(range => (
            <ToggleButton
              key={range.key}
              value={range.key}
              className={classes.range}
            >
              {textOf(range)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {chosen.seconds === undefined ? (
        <BudgetChart slo={slo} history={props.history} />
      ) : (
        <RangeChart key={chosen.key} slo={slo} seconds={chosen.seconds} />
      )}
    </SectionCard>
  );
}

/** How long the range is, and from when to when. */
function RangeText(props: {
  text: string;
  /** In seconds; absent means from where the history begins. */
  seconds?: number;
  history?: SloHistory;
}) {
  const { text, seconds, history } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const format = useTimeFormat();
  const now = format.now / 1000;
  const from = seconds === undefined ? history?.times[0] : now - seconds;
  if (from === undefined) {
    return <>{text}</>;
  }
  const write = now - from > SHORT ? formatDay : formatTime;
  return (
    <>
      {t('sloPage.budget.range', {
        range: text,
        from: write(from * 1000, format),
        to: write(format.now, format),
      })}
    </>
  );
}

/** The chart over a range that is read for it alone. */
function RangeChart(props: { slo: SloStatus; seconds: number }) {
  const { slo, seconds } = props;
  const history = useSloHistory(slo, seconds);
  return <BudgetChart slo={slo} history={history} />;
}

/** How much of the window the line is made of, and from which series, where that is not all. */
function HistoryNote(props: { history: SloHistory }) {
  const { coverage, source } = props.history;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const percent = formatPercent(Math.floor(coverage * 100) / 100, 0);
  if (source === 'raw') {
    return (
      <SloNote state="young">{t('sloPage.budget.raw', { percent })}</SloNote>
    );
  }
  return coverage < WHOLE ? (
    <SloNote state="young">{t('sloPage.budget.partial', { percent })}</SloNote>
  ) : null;
}

/** What a point is, where it is not a part of the present window. */
function RollingNote(props: { history: SloHistory; slo: SloStatus }) {
  const { history, slo } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  return slo.window.type === 'rolling' &&
    budgetAsSpent(history, slo) === undefined ? (
    <Typography className={classes.points} variant="body2">
      {t('sloPage.budget.points', { window: words.windowShort(slo.window) })}
    </Typography>
  ) : null;
}

function BudgetChart(props: BudgetCardProps) {
  const { slo } = props;
  const { value, error, refresh } = props.history;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();

  const content = () => {
    if (value) {
      return value.budgetRemaining.some(share => share !== null) ? (
        <>
          <BurnDownChart
            history={value}
            slo={slo}
            tone={sloTone(slo.state)}
            size="page"
          />
          <div className={classes.note}>
            <RollingNote history={value} slo={slo} />
            <HistoryNote history={value} />
          </div>
        </>
      ) : (
        <EmptyState
          state="no-data"
          title={t('sloPage.budget.empty')}
          text={t('sloPage.budget.emptyHelp')}
        />
      );
    }
    return error ? (
      <LoadFailed
        error={error}
        what={tShared('loadFailed.history')}
        onRetry={refresh}
      />
    ) : (
      <ChartSkeleton height={HEIGHT} />
    );
  };
  return <div className={classes.frame}>{content()}</div>;
}
