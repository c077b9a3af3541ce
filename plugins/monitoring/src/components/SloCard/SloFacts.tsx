import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBudget,
  formatBudgetMinutes,
  formatDuration,
  formatNumber,
  formatObjective,
  formatSli,
  formatSpan,
  NO_VALUE,
} from '../../format';
import { monitoringTranslationRef } from '../../translation';
import { Fact } from '../Fact';
import {
  decidingPair,
  isLastKnown,
  remainingEvents,
  totalBudgetMinutes,
} from './sloFigures';
import { useSloWords } from './useSloWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: theme.spacing(1.5),
    margin: 0,
  },
}));

/** Budget left, SLI and time until the budget is gone. */
export function SloFacts(props: { slo: SloStatus }) {
  const { slo } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  const pair = decidingPair(slo);
  const subtle = isLastKnown(slo);
  const overspent = (slo.budgetRemaining ?? 0) < 0;
  const total = totalBudgetMinutes(slo);
  const eventsLeft = remainingEvents(slo);

  const budgetTime = overspent
    ? t('slo.budgetTimeOver', {
        over: formatBudgetMinutes(-(slo.budgetRemainingMinutes ?? 0)),
      })
    : t('slo.budgetTime', {
        left: formatBudgetMinutes(slo.budgetRemainingMinutes),
        total: formatBudgetMinutes(total),
      });
  const goneInDetail = () => {
    if (slo.timeToExhaustion !== undefined && pair) {
      return t('slo.goneInAt', { span: formatSpan(pair.longWindow) });
    }
    return overspent ? t('slo.goneAlready') : t('slo.goneInNever');
  };

  return (
    <dl className={classes.root}>
      <Fact
        label={t('slo.budgetLeft')}
        value={formatBudget(slo.budgetRemaining)}
        exact={exactly(slo.budgetRemaining)}
        subtle={subtle}
        details={[
          slo.budgetRemainingMinutes === undefined ? undefined : budgetTime,
          slo.events && eventsLeft !== undefined
            ? t('slo.budgetEvents', {
                left: formatNumber(eventsLeft, 0),
                total: formatNumber(Math.floor(slo.events.allowedBad), 0),
              })
            : undefined,
        ]}
      />
      <Fact
        label={t('slo.sli', { window: words.windowShort(slo.window) })}
        value={formatSli(slo.sli, slo.objective)}
        exact={exactly(slo.sli)}
        subtle={subtle}
        details={[
          t('slo.objective', { objective: formatObjective(slo.objective) }),
        ]}
      />
      <Fact
        label={t('slo.goneIn')}
        value={
          slo.timeToExhaustion === undefined
            ? NO_VALUE
            : formatDuration(slo.timeToExhaustion)
        }
        subtle={subtle}
        details={[goneInDetail()]}
      />
    </dl>
  );
}

function exactly(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
