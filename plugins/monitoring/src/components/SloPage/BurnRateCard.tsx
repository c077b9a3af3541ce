import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatSpan } from '../../format';
import { useSloHistory } from '../../hooks/useSlo';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ChartSkeleton } from '../charts';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { sloNoun, SloNote } from '../SloCard';
import { BurnRateChart } from './BurnRateChart';
import { BurnRateLegend } from './BurnRateLegend';
import { burnLines } from './burnLines';
import { PairsTable } from './PairsTable';

/** What is looked at while something burns. In seconds. */
const RANGE = 6 * 3_600;
/** Of the chart with its axis and legend, so that nothing jumps. */
const HEIGHT = 290;

const useStyles = makeStyles(theme => ({
  chart: {
    minHeight: HEIGHT,
    padding: theme.spacing(2, 2.5),
  },
  table: {
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** How fast the budget is spent, over each window that somebody may be told about. */
export function BurnRateCard(props: { detail: SloDetailResponse }) {
  const { status, alerting } = props.detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { value, error, refresh } = useSloHistory(status, RANGE);
  const range = formatSpan(RANGE);

  const chart = () => {
    if (value) {
      const lines = burnLines(status.burnRates, value, type);
      const isEmpty = lines.every(({ values }) =>
        values.every(rate => rate === null),
      );
      return isEmpty ? (
        <EmptyState
          state="no-data"
          title={t('sloPage.burnRate.empty')}
          text={t('sloPage.budget.emptyHelp')}
        />
      ) : (
        <>
          <BurnRateChart history={value} lines={lines} range={range} />
          <BurnRateLegend lines={lines} />
        </>
      );
    }
    return error ? (
      <LoadFailed
        error={error}
        what={t('sloPage.burnRate.title')}
        onRetry={refresh}
      />
    ) : (
      <ChartSkeleton height={HEIGHT} />
    );
  };

  return (
    <SectionCard
      title={t('sloPage.burnRate.title')}
      aside={t('sloPage.burnRate.subtitle', { range })}
      flush
    >
      <div className={classes.chart}>{chart()}</div>
      {status.burnRates.length > 0 && (
        <div className={classes.table}>
          <PairsTable detail={props.detail} />
          <SloNote flush state="info">
            {alerting.enabled
              ? t('sloPage.burnRate.rule')
              : t('sloPage.burnRate.off')}
            {alerting.enabled &&
              alerting.minimumEvents > 0 &&
              ` ${t('sloPage.burnRate.minimum', {
                events: formatNumber(alerting.minimumEvents, 0),
                unit: t(`sloPage.unit.${sloNoun(props.detail)}`),
              })}`}
          </SloNote>
        </div>
      )}
    </SectionCard>
  );
}
