import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  compareSloUrgency,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatBudget, formatBudgetMinutes, formatNumber } from '../../format';
import { monitoringTranslationRef } from '../../translation';
import { Fact } from '../Fact';
import { totalBudgetMinutes } from '../SloCard/sloFigures';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2.5),
    margin: 0,
    [theme.breakpoints.up('md')]: {
      '& > div': { textAlign: 'right' },
      '& > div + div': {
        borderLeft: `1px solid ${theme.palette.divider}`,
        paddingLeft: theme.spacing(2.5),
      },
    },
  },
}));

/** Props of {@link HealthFacts}. */
export interface HealthFactsProps {
  slos: SloStatus[];
  alerts: ActiveAlert[];
  /** The SLO that decides the entity's state, if any. */
  deciding?: SloStatus;
  /** The figures are old. */
  subtle: boolean;
}

/** The three figures that the person on call asks for first. */
export function HealthFacts(props: HealthFactsProps) {
  const { slos, alerts, subtle } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const firing = alerts.filter(alert => alert.state === 'firing');
  const onBudget = firing.filter(alert => alert.sloId !== undefined).length;
  const count = (severity: ActiveAlert['severity']) =>
    firing.filter(alert => alert.severity === severity).length;
  const burning = slos.filter(
    slo => slo.state === 'burning' || slo.state === 'exhausted',
  );
  const met = slos.filter(slo => slo.state === 'ok').length;
  const budgetSlo =
    props.deciding ?? [...slos].sort(compareByBudget).find(hasBudget);

  return (
    <dl className={classes.root}>
      {budgetSlo && hasBudget(budgetSlo) && (
        <Fact
          compact
          subtle={subtle}
          label={
            props.deciding
              ? t('health.budgetLeft')
              : t('health.leastBudgetLeft')
          }
          value={formatBudget(budgetSlo.budgetRemaining)}
          details={[
            props.deciding
              ? t('health.budgetOf', {
                  left: formatBudgetMinutes(budgetSlo.budgetRemainingMinutes),
                  total: formatBudgetMinutes(totalBudgetMinutes(budgetSlo)),
                })
              : budgetSlo.title,
          ]}
        />
      )}
      <Fact
        compact
        subtle={subtle}
        label={t('health.alertsFiring')}
        value={formatNumber(firing.length)}
        details={[
          firing.length === 0
            ? t('health.noneFiring')
            : t('health.severityCounts', {
                critical: formatNumber(count('critical')),
                warning: formatNumber(count('warning')),
              }),
          onBudget > 0
            ? t('health.onlyBudget', { count: onBudget })
            : undefined,
        ]}
      />
      {burning.length > 0 && (
        <Fact
          compact
          subtle={subtle}
          label={t('health.slosBurning')}
          value={t('health.burningOf', {
            burning: formatNumber(burning.length),
            total: formatNumber(slos.length),
          })}
          details={[met > 0 ? t('health.restOk', { count: met }) : undefined]}
        />
      )}
    </dl>
  );
}

function hasBudget(slo: SloStatus): boolean {
  return slo.budgetRemaining !== undefined;
}

function compareByBudget(a: SloStatus, b: SloStatus): number {
  return (
    (a.budgetRemaining ?? 2) - (b.budgetRemaining ?? 2) ||
    compareSloUrgency(a, b)
  );
}
