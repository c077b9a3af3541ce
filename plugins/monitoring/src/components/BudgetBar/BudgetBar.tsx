import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { formatBudget } from '../../format';
import { railColor, Tone, toneColors } from '../../theme/toneColors';
import { monitoringSlosTranslationRef } from '../../translation';

const useStyles = makeStyles({
  rail: {
    overflow: 'hidden',
    borderRadius: 4,
    width: '100%',
  },
  fill: {
    height: '100%',
    borderRadius: 4,
  },
});

/** Props of {@link BudgetBar}. */
export interface BudgetBarProps {
  /** Share of the error budget left, at most 1, negative when overspent. */
  budgetRemaining?: number;
  tone: Tone;
  /** 12 px in cards, 8 px in lists. */
  small?: boolean;
}

/** How much of the error budget is left. An overspent budget is a hatched bar, full length. */
export function BudgetBar(props: BudgetBarProps) {
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { budgetRemaining, tone, small } = props;
  const { bar } = toneColors(theme, tone);
  const rail = railColor(theme);
  const isOverspent = budgetRemaining !== undefined && budgetRemaining < 0;
  const share = isOverspent ? 1 : Math.min(1, budgetRemaining ?? 0);

  return (
    <div
      role="img"
      aria-label={
        budgetRemaining === undefined
          ? t('slo.budgetBarUnknown')
          : t('slo.budgetBarLabel', { budget: formatBudget(budgetRemaining) })
      }
      className={classes.rail}
      style={{ height: small ? 8 : 12, backgroundColor: rail }}
    >
      <div
        className={classes.fill}
        style={{
          width: `${share * 100}%`,
          background: isOverspent
            ? `repeating-linear-gradient(135deg, ${bar} 0 4px, transparent 4px 8px)`
            : bar,
        }}
      />
    </div>
  );
}
