import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import {
  SloDetailResponse,
  SloHistory,
  SloIncident,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatBudget, formatDay, formatNumber } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { ChartSkeleton } from '../charts';
import { EmptyState } from '../EmptyState';
import { ScrollTable } from '../ScrollTable';
import { SectionCard } from '../SectionCard';
import { sloNoun, SloNote, useSloWords } from '../SloCard';
import { incidentTimes } from './incidentTimes';
import { incidentsWithin, nextToLeave, Spent, spending } from './spending';
import { windowEndText } from './windowEndText';

const useStyles = makeStyles(theme => ({
  loading: {
    padding: theme.spacing(2, 2.5),
  },
  figure: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  total: {
    fontWeight: 700,
  },
}));

/** Props of {@link SpendingCard}. */
export interface SpendingCardProps {
  detail: SloDetailResponse;
  /** Of the SLO's window; absent while it loads. */
  history?: SloHistory;
}

/** Where the budget went: each incident, and all the rest. */
export function SpendingCard(props: SpendingCardProps) {
  const { detail, history } = props;
  const { status } = detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const words = useSloWords();
  const incidents = history && incidentsWithin(history);
  const spent = incidents && spending(status, incidents);
  const next = incidents && nextToLeave(status, incidents);

  const timesOf = (incident: SloIncident) =>
    incident.end === undefined
      ? t('sloPage.spending.now', {
          time: incidentTimes(incident, format).from,
        })
      : t('sloPage.spending.past', {
          ...incidentTimes(incident, format),
        });
  const row = (key: string, name: string, one: Spent, isTotal = false) => {
    const emphasis = isTotal ? classes.total : '';
    return (
      <TableRow key={key}>
        <TableCell component="th" scope="row" className={emphasis}>
          {name}
        </TableCell>
        <TableCell align="right" className={`${classes.figure} ${emphasis}`}>
          {formatNumber(one.bad, 0)}
        </TableCell>
        <TableCell align="right" className={`${classes.figure} ${emphasis}`}>
          {formatBudget(one.share)}
        </TableCell>
      </TableRow>
    );
  };
  const note = () => {
    if (next) {
      return t('sloPage.spending.leaves', {
        incident: formatDay(next.incident.start * 1000, format),
        time: formatDay(next.time * 1000, format),
        budget: formatBudget(next.incident.budgetShare),
      });
    }
    const { window } = status;
    return window.type === 'calendar'
      ? t('sloPage.spending.resets', {
          time: windowEndText(window, status.windowEnd, format),
        })
      : undefined;
  };

  const content = () => {
    if (!history) {
      return (
        <div className={classes.loading}>
          <ChartSkeleton height={160} />
        </div>
      );
    }
    if (!spent) {
      return (
        <EmptyState
          state={status.state}
          title={tShared(`state.${status.state}`)}
          text={words.reason(status) ?? t('sloPage.spending.nothing')}
        />
      );
    }
    const remark = note();
    return (
      <>
        <ScrollTable label={t('sloPage.spending.title')} isNarrow>
          <Table size="small" aria-label={t('sloPage.spending.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('sloPage.spending.spentBy')}</TableCell>
                <TableCell align="right">
                  {t(`sloPage.unitTitle.${sloNoun(detail)}`)}
                </TableCell>
                <TableCell align="right">
                  {t('sloPage.spending.budget')}
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {spent.incidents.map(one =>
                row(String(one.incident.start), timesOf(one.incident), one),
              )}
              {row(
                'background',
                t('sloPage.spending.background'),
                spent.background,
              )}
              {row('spent', t('sloPage.spending.spent'), spent.total, true)}
            </TableBody>
          </Table>
        </ScrollTable>
        {remark && (
          <SloNote flush state="stale">
            {remark}
          </SloNote>
        )}
      </>
    );
  };
  return (
    <SectionCard title={t('sloPage.spending.title')} flush>
      {content()}
    </SectionCard>
  );
}
