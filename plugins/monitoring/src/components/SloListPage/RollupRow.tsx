import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  SloRollup,
  SloRollupKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatSli, NO_VALUE } from '../../format';
import { toneColors } from '../../theme/toneColors';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { refName } from '../ServiceLink';
import { sloTone } from '../SloCard/sloFigures';
import { occurringStates } from '../SloWidget/fleetState';
import { STATE_LOOKS, StateLabel } from '../StateLabel';
import { BudgetFigure } from './BudgetFigure';
import { rollupObjective } from './rollupObjective';
import { useListTableStyles } from './useListTableStyles';
import { SloListState } from './useSloListState';
import { INDEX_ATTRIBUTE } from './WindowedRows';

const useStyles = makeStyles(theme => ({
  counts: {
    display: 'flex',
    gap: theme.spacing(0.5),
    overflow: 'hidden',
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 0.5),
    borderRadius: 12,
    color: theme.palette.text.primary,
  },
  icon: {
    fontSize: 18,
  },
}));

/** Props of {@link RollupRow}. */
export interface RollupRowProps {
  index: number;
  by: SloRollupKey;
  rollup: SloRollup;
  state: SloListState;
}

/** All SLOs of a system, domain or owner on one row. */
export function RollupRow(props: RollupRowProps) {
  const { index, by, rollup, state } = props;
  const { ref, counts, total, worst, sli, budgetRemaining, combined } = rollup;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const table = useListTableStyles();
  const classes = useStyles();
  const theme = useTheme();
  const objective = rollupObjective(rollup);

  return (
    <tr
      className={`${table.row} ${index % 2 === 0 ? table.shaded : ''}`}
      // The head is the first.
      aria-rowindex={index + 2}
      {...{ [INDEX_ATTRIBUTE]: index }}
    >
      <td>
        <StateLabel state={worst} />
      </td>
      <td>
        {ref ? (
          <div className={table.line}>
            <Link
              to={state.pathOf(by, ref)}
              className={table.strong}
              title={ref}
            >
              {refName(ref)}
            </Link>
          </div>
        ) : (
          <span className={table.subtle}>{t(`sloList.without.${by}`)}</span>
        )}
        <div className={table.detail}>
          {t('sloList.slos', { count: total, number: formatNumber(total, 0) })}
        </div>
      </td>
      <td>
        <div className={classes.counts}>
          {occurringStates(counts).map(({ state: one, count }) => {
            const { Icon, tone } = STATE_LOOKS[one];
            const colors = toneColors(theme, tone);
            const text = t('sloList.countLabel', {
              number: formatNumber(count, 0),
              state: t(`sloList.stateCount.${one}`),
            });
            const chip = (
              <span
                className={classes.count}
                style={{ backgroundColor: colors.tint }}
              >
                <Icon
                  className={classes.icon}
                  style={{ color: colors.icon }}
                  aria-hidden
                />
                {formatNumber(count, 0)}
              </span>
            );
            return ref ? (
              <Link
                key={one}
                to={state.pathOf(by, ref, one)}
                title={text}
                aria-label={text}
                underline="none"
              >
                {chip}
              </Link>
            ) : (
              <span key={one} title={text} role="img" aria-label={text}>
                {chip}
              </span>
            );
          })}
        </div>
      </td>
      <td className="right">
        {sli === undefined ? (
          <span className={table.subtle}>{NO_VALUE}</span>
        ) : (
          <div title={String(sli)}>{formatSli(sli, objective)}</div>
        )}
      </td>
      <td className="right">
        {budgetRemaining === undefined ? (
          <span className={table.subtle}>{NO_VALUE}</span>
        ) : (
          <BudgetFigure
            budgetRemaining={budgetRemaining}
            tone={sloTone(worst)}
          />
        )}
      </td>
      <td className="right">
        {combined === undefined
          ? NO_VALUE
          : t('sloList.combinedOf', {
              combined: formatNumber(combined, 0),
              total: formatNumber(total, 0),
            })}
      </td>
    </tr>
  );
}
