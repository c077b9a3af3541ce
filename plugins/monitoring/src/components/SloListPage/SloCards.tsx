import { RefObject } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { formatBurnRate, formatDuration } from '../../format';
import { useSloPath } from '../../hooks/useSloPath';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { isLastKnown, sloTone } from '../SloCard/sloFigures';
import { StateLabel } from '../StateLabel';
import { BudgetFigure } from './BudgetFigure';
import { CARD_HEIGHT } from './rowHeight';
import { shownPair } from './sloRowFigures';
import { useListTableStyles } from './useListTableStyles';
import { RowRange } from './useVisibleRows';
import { INDEX_ATTRIBUTE, WindowedRows } from './WindowedRows';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  card: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    height: CARD_HEIGHT,
    padding: theme.spacing(1.5, 2.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
    fontVariantNumeric: 'tabular-nums',
  },
  ends: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
  },
}));

/** Props of {@link SloCards}. */
export interface SloCardsProps {
  /** All that match, in view or not. */
  total: number;
  itemAt: (index: number) => SloStatus | undefined;
  range: RowRange;
  rowsRef: RefObject<HTMLElement>;
}

/** The list on a phone: one card for each SLO. */
export function SloCards(props: SloCardsProps) {
  const { total, itemAt, range, rowsRef } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  return (
    <WindowedRows
      component="ul"
      className={classes.list}
      label={t('sloList.title')}
      rowsRef={rowsRef}
      rowHeight={CARD_HEIGHT}
      total={total}
      range={range}
      rowAt={index => {
        const slo = itemAt(index);
        return (
          <li
            className={classes.card}
            aria-posinset={index + 1}
            aria-setsize={total}
            {...{ [INDEX_ATTRIBUTE]: index }}
          >
            {slo ? <CardContent slo={slo} /> : <Skeleton />}
          </li>
        );
      }}
    />
  );
}

function CardContent(props: { slo: SloStatus }) {
  const { slo } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const table = useListTableStyles();
  const pathOf = useSloPath();
  const pair = shownPair(slo);
  return (
    <>
      <div className={classes.ends}>
        <StateLabel state={slo.state} />
        <span>
          {slo.timeToExhaustion !== undefined &&
            t('sloList.goneInShort', {
              duration: formatDuration(slo.timeToExhaustion),
            })}
        </span>
      </div>
      <div className={table.line}>
        <Link to={pathOf(slo)} title={slo.entityRef}>
          <strong>{parseEntityRef(slo.entityRef).name}</strong> {slo.title}
        </Link>
      </div>
      <div className={classes.ends}>
        {slo.budgetRemaining === undefined ? (
          <span className={table.line} title={slo.reason}>
            {slo.reason}
          </span>
        ) : (
          <BudgetFigure
            budgetRemaining={slo.budgetRemaining}
            minutes={slo.budgetRemainingMinutes}
            tone={sloTone(slo.state)}
            isOld={isLastKnown(slo)}
          />
        )}
        {pair?.longBurnRate !== undefined && (
          <span>{formatBurnRate(pair.longBurnRate)}</span>
        )}
      </div>
    </>
  );
}
