import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatBudget, formatBudgetMinutes, formatNumber } from '../../format';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { Fact } from '../Fact';
import {
  hasFigures,
  isLastKnown,
  remainingEvents,
  SliFact,
  sloNoun,
  totalBudgetMinutes,
} from '../SloCard';
import { knownQueries, SloFigure } from '../SloFigure';

/** The three figures of an SLO; none where there are none. */
export function SloHeaderFacts(props: {
  detail: SloDetailResponse;
  /** The figures are not of now. */
  isOld: boolean;
}) {
  const { detail } = props;
  const { status } = detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const subtle = props.isOld || isLastKnown(status);
  const queries = knownQueries(detail.queries);

  if (!hasFigures(status)) {
    return null;
  }
  const { budgetRemaining = 0, budgetRemainingMinutes = 0, events } = status;
  const over = (events?.bad ?? 0) - Math.floor(events?.allowedBad ?? 0);
  const allowed = formatNumber(Math.floor(events?.allowedBad ?? 0), 0);
  return (
    <>
      <Fact
        compact
        subtle={subtle}
        label={t('sloPage.header.budgetLeft')}
        value={
          <SloFigure
            slo={status}
            text={formatBudget(budgetRemaining)}
            exact={budgetRemaining}
            figure="budget"
            queries={queries}
          />
        }
        details={[
          budgetRemaining < 0
            ? t('sloPage.header.budgetOver', {
                over: formatBudgetMinutes(-budgetRemainingMinutes),
              })
            : t('sloPage.header.budgetOf', {
                left: formatBudgetMinutes(budgetRemainingMinutes),
                total: formatBudgetMinutes(totalBudgetMinutes(status)),
              }),
        ]}
      />
      {events && (
        <Fact
          compact
          subtle={subtle}
          label={t(`sloPage.header.left.${sloNoun(detail)}`)}
          value={
            <SloFigure
              slo={status}
              text={formatNumber(remainingEvents(status), 0)}
              exact={events.allowedBad - events.bad}
              figure="bad"
              queries={queries}
            />
          }
          details={[
            over > 0
              ? t('sloPage.header.leftOver', {
                  over: formatNumber(over, 0),
                  total: allowed,
                })
              : t('sloPage.header.leftOf', { total: allowed }),
          ]}
        />
      )}
      <SliFact compact subtle={subtle} slo={status} queries={queries} />
    </>
  );
}
