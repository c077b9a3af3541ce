import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { formatBurnRate } from '../../format';
import { SloFigure } from './SloFigure';
import { SloQueries } from './useSloQueries';

/** Props of {@link BurnRateFigure}. */
export interface BurnRateFigureProps {
  slo: SloStatus;
  /** Absent where it is not known. */
  rate?: number;
  /** That the rate is over, in seconds. */
  window: number;
  queries: SloQueries;
}

/** How fast an SLO's budget is spent, with the query of that rate. */
export function BurnRateFigure(props: BurnRateFigureProps) {
  const { slo, rate, window, queries } = props;
  return (
    <SloFigure
      slo={slo}
      text={formatBurnRate(rate)}
      exact={rate}
      figure="burn-rate"
      window={window}
      queries={queries}
    />
  );
}
