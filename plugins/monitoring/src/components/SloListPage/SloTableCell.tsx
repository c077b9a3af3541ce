import { ReactNode, useContext } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBurnLimit,
  formatBurnRate,
  formatDuration,
  formatObjective,
  formatPercent,
  formatSli,
  formatSpan,
  formatTime,
  NO_VALUE,
} from '../../format';
import { ClockContext } from '../../hooks/Clock';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useSloPath } from '../../hooks/useSloPath';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { refName } from '../ServiceLink';
import { hasFigures, isLastKnown, sloTone } from '../SloCard/sloFigures';
import { useSloWords } from '../SloCard/useSloWords';
import { StateLabel } from '../StateLabel';
import { BudgetFigure } from './BudgetFigure';
import { SloColumn } from './sloColumns';
import { isUnusualWindow, shownPair } from './sloRowFigures';
import { TrendLine } from './TrendLine';
import { useListTableStyles } from './useListTableStyles';
import { SloTrend } from './useSloTrends';

/** Props of {@link SloTableCell}. */
export interface SloTableCellProps {
  column: SloColumn;
  slo: SloStatus;
  trend?: SloTrend;
}

/** One figure of an SLO, on at most two lines. */
export function SloTableCell(props: SloTableCellProps) {
  const { column, slo, trend } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useListTableStyles();
  const subtle = isLastKnown(slo) ? classes.subtle : '';

  switch (column) {
    case 'state':
      return <StateLabel state={slo.state} />;
    case 'service':
      return <ServiceCell slo={slo} />;
    case 'sli':
      return (
        <>
          <div className={subtle} title={exactly(slo.sli)}>
            {slo.objective > 0 ? formatSli(slo.sli, slo.objective) : NO_VALUE}
          </div>
          {slo.objective > 0 && (
            <div className={classes.detail}>
              {t('sloList.ofObjective', {
                objective: formatObjective(slo.objective),
              })}
            </div>
          )}
        </>
      );
    case 'budget':
      return slo.budgetRemaining === undefined ? (
        <span className={classes.subtle}>{NO_VALUE}</span>
      ) : (
        <BudgetFigure
          budgetRemaining={slo.budgetRemaining}
          minutes={slo.budgetRemainingMinutes}
          tone={sloTone(slo.state)}
          isOld={isLastKnown(slo)}
        />
      );
    case 'burn':
      return <BurnCell slo={slo} />;
    case 'gone':
      if (slo.timeToExhaustion !== undefined) {
        return (
          <span title={t('sloList.goneHelp')}>
            {formatDuration(slo.timeToExhaustion)}
          </span>
        );
      }
      return <>{isGone(slo) ? t('sloList.gone') : NO_VALUE}</>;
    case 'trend':
      return hasFigures(slo) ? (
        <TrendLine trend={trend} tone={sloTone(slo.state)} />
      ) : (
        <span className={classes.subtle}>{NO_VALUE}</span>
      );
    default:
      return <EntityCell entityRef={slo[column]} />;
  }
}

/** Which SLO it is, and what there is to say about its state. */
function ServiceCell(props: { slo: SloStatus }) {
  const { slo } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useListTableStyles();
  // No ticking: there are many rows, and each is read again every few seconds.
  const { now, timeZone } = useContext(ClockContext);
  const words = useSloWords();
  const pathOf = useSloPath();
  const name = parseEntityRef(slo.entityRef).name;

  const remark = (): ReactNode => {
    if (slo.state === 'young') {
      return t('sloList.young', { percent: formatPercent(slo.coverage) });
    }
    if (slo.state === 'stale' && slo.measuredAt) {
      return t('sloList.lastKnown', {
        time: formatTime(slo.measuredAt, { now: now(), timeZone }),
      });
    }
    return slo.state === 'ok' ? undefined : words.reason(slo);
  };
  const detail = [
    slo.title,
    isUnusualWindow(slo) && words.windowShort(slo.window),
    remark(),
  ]
    .filter(Boolean)
    .join(' · ');

  return (
    <>
      <div className={classes.line}>
        <Link
          to={pathOf(slo)}
          className={classes.strong}
          title={slo.entityRef}
          aria-label={`${name} ${slo.title}`}
        >
          {name}
        </Link>
      </div>
      <div className={classes.detail} title={detail}>
        {detail}
      </div>
    </>
  );
}

/** How fast the budget is being spent, over which window, and the limit where it is over it. */
function BurnCell(props: { slo: SloStatus }) {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useListTableStyles();
  const pair = shownPair(props.slo);
  if (pair?.longBurnRate === undefined) {
    return <>{NO_VALUE}</>;
  }
  const span = formatSpan(pair.longWindow);
  return (
    <>
      <div
        className={pair.firing ? classes.strong : ''}
        title={exactly(pair.longBurnRate)}
      >
        {formatBurnRate(pair.longBurnRate)}
      </div>
      <div className={classes.detail}>
        {pair.firing
          ? t('sloList.overLimit', {
              span,
              limit: formatBurnLimit(pair.limit),
            })
          : span}
      </div>
    </>
  );
}

/** The owner, system or domain, with the way to its page. */
function EntityCell(props: { entityRef?: string }) {
  const { entityRef } = props;
  const classes = useListTableStyles();
  const pathOf = useEntityPath();
  return entityRef ? (
    <div className={classes.line}>
      <Link to={pathOf(entityRef)} title={entityRef}>
        {refName(entityRef)}
      </Link>
    </div>
  ) : (
    <span className={classes.subtle}>{NO_VALUE}</span>
  );
}

function isGone({ budgetRemaining }: SloStatus): boolean {
  return budgetRemaining !== undefined && budgetRemaining <= 0;
}

function exactly(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
