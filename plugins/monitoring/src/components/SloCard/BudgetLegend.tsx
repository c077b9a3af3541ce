import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { formatBudget } from '../../format';
import { railColor, Tone, toneColors } from '../../theme/toneColors';
import { monitoringSlosTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    color: theme.palette.textSubtle,
  },
  key: {
    display: 'inline-block',
    width: 12,
    height: 8,
    borderRadius: 2,
    marginRight: theme.spacing(0.75),
  },
}));

/** What the parts of the budget bar stand for. */
export function BudgetLegend(props: { budgetRemaining: number; tone: Tone }) {
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { budgetRemaining, tone } = props;
  const { bar } = toneColors(theme, tone);

  return (
    <Typography className={classes.root} variant="caption" component="div">
      {budgetRemaining < 0 ? (
        <span>
          <span className={classes.key} style={{ background: bar }} />
          {t('slo.legendOver', { budget: formatBudget(-budgetRemaining) })}
        </span>
      ) : (
        <>
          <span>
            <span className={classes.key} style={{ background: bar }} />
            {t('slo.legendLeft', { budget: formatBudget(budgetRemaining) })}
          </span>
          <span>
            <span
              className={classes.key}
              style={{ background: railColor(theme) }}
            />
            {t('slo.legendSpent', {
              budget: formatBudget(1 - budgetRemaining),
            })}
          </span>
        </>
      )}
    </Typography>
  );
}
