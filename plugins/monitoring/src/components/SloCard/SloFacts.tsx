import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBudget,
  formatBudgetMinutes,
  formatBurnRate,
  formatDuration,
  formatNumber,
  formatSpan,
  formatTimeOrDay,
  NO_VALUE,
} from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSlosTranslationRef } from '../../translation';
import { Fact } from '../Fact';
import { SloFigure, SloQueries } from '../SloFigure';
import { SliFact } from './SliFact';
import {
  decidingPair,
  exhaustionPair,
  isLastKnown,
  remainingEvents,
  totalBudgetMinutes,
} from './sloFigures';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: theme.spacing(1.5),
    margin: 0,
  },
}));

/** Budget left, SLI and time until the budget is gone. */
export function SloFacts(props: { slo: SloStatus; queries: SloQueries }) {
  const { slo, queries } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const subtle = isLastKnown(slo);
  const overspent = (slo.budgetRemaining ?? 0) < 0;
  const total = totalBudgetMinutes(slo);
  const eventsLeft = remainingEvents(slo);
  const spending = exhaustionPair(slo);

  const budgetTime = overspent
    ? t('slo.budgetTimeOver', {
        over: formatBudgetMinutes(-(slo.budgetRemainingMinutes ?? 0)),
      })
    : t('slo.budgetTime', {
        left: formatBudgetMinutes(slo.budgetRemainingMinutes),
        total: formatBudgetMinutes(total),
      });
  const goneInDetail = () => {
    if (slo.timeToExhaustion === undefined) {
      return overspent ? t('slo.goneAlready') : t('slo.goneInNever');
    }
    if (slo.exhaustionWindow === undefined) {
      return t('slo.goneInNow');
    }
    const span = formatSpan(slo.exhaustionWindow);
    // The burn rate shown below is of the deciding pair; where this is another one, say both.
    return spending && spending !== decidingPair(slo)
      ? t('slo.goneInAtRate', {
          span,
          rate: formatBurnRate(spending.longBurnRate),
        })
      : t('slo.goneInAt', { span });
  };
  const caveat =
    slo.window.type === 'rolling' ? t('slo.goneInCaveat') : undefined;

  return (
    <dl className={classes.root}>
      <Fact
        label={t('slo.budgetLeft')}
        value={
          <SloFigure
            slo={slo}
            text={formatBudget(slo.budgetRemaining)}
            exact={slo.budgetRemaining}
            figure="budget"
            queries={queries}
          />
        }
        subtle={subtle}
        details={[
          slo.budgetRemainingMinutes === undefined ? undefined : budgetTime,
          slo.events && eventsLeft !== undefined
            ? t(`slo.budgetLeftIn.${slo.countedIn ?? 'events'}`, {
                left: formatNumber(eventsLeft, 0),
                total: formatNumber(Math.floor(slo.events.allowedBad), 0),
              })
            : undefined,
        ]}
      />
      <SliFact slo={slo} queries={queries} subtle={subtle} />
      <Fact
        label={t('slo.goneIn')}
        value={
          slo.timeToExhaustion === undefined ? (
            NO_VALUE
          ) : (
            <SloFigure
              slo={slo}
              text={formatDuration(slo.timeToExhaustion)}
              figure="burn-rate"
              window={slo.exhaustionWindow}
              caveat={caveat}
              queries={queries}
            />
          )
        }
        subtle={subtle}
        details={[
          goneInDetail(),
          slo.windowEnd &&
            slo.window.type === 'calendar' &&
            t('slo.renewed', {
              time: formatTimeOrDay(slo.windowEnd, {
                ...format,
                timeZone: slo.window.timeZone,
              }),
            }),
        ]}
      />
    </dl>
  );
}
