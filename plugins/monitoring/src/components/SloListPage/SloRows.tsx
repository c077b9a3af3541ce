import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  SloListQuery,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ListEmpty } from './ListEmpty';
import { CARD_HEIGHT, ROW_HEIGHT } from './rowHeight';
import { RowsPending } from './RowsPending';
import { SloCards } from './SloCards';
import { SloTable } from './SloTable';
import { SloListState } from './useSloListState';
import { useSloPages } from './useSloPages';
import { useSloTrends } from './useSloTrends';
import { useVisibleRows } from './useVisibleRows';

const useStyles = makeStyles(theme => ({
  footer: {
    padding: theme.spacing(1.5, 2.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Props of {@link SloRows}. */
export interface SloRowsProps {
  state: SloListState;
  query?: SloListQuery;
}

/** A row for each SLO that matches. */
export function SloRows(props: SloRowsProps) {
  const { state, query } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const isPhone = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const { listRef, range } = useVisibleRows(isPhone ? CARD_HEIGHT : ROW_HEIGHT);
  const pages = useSloPages(query, range);
  const { total, itemAt } = pages;

  const inView: SloStatus[] = [];
  for (let index = range.first; index < range.last; index++) {
    const slo = itemAt(index);
    if (slo) {
      inView.push(slo);
    }
  }
  const trendOf = useSloTrends(
    state.columns.includes('trend') && !isPhone
      ? inView.filter(slo => slo.budgetRemaining !== undefined)
      : [],
  );

  if (total === undefined) {
    return <RowsPending error={pages.error} refresh={pages.refresh} />;
  }
  if (total === 0) {
    return <ListEmpty state={state} />;
  }
  return (
    <>
      {isPhone ? (
        <SloCards
          total={total}
          itemAt={itemAt}
          range={range}
          rowsRef={listRef}
        />
      ) : (
        <SloTable
          total={total}
          itemAt={itemAt}
          trendAt={index => {
            const slo = itemAt(index);
            return slo && trendOf(slo);
          }}
          state={state}
          range={range}
          rowsRef={listRef}
        />
      )}
      <Typography className={classes.footer} variant="body2">
        {t('sloList.footer', {
          total: t('sloList.slos', {
            count: total,
            number: formatNumber(total, 0),
          }),
          order: t(
            state.isReversed
              ? `sloList.reversed.${state.sort}`
              : `sloList.sorted.${state.sort}`,
          ),
        })}
      </Typography>
    </>
  );
}
