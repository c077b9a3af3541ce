import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { formatObjective, formatSli } from '../../format';
import { monitoringSlosTranslationRef } from '../../translation';
import { Fact } from '../Fact';
import { SloFigure, SloQueries } from '../SloFigure';
import { useSloWords } from './useSloWords';

/** Props of {@link SliFact}. */
export interface SliFactProps {
  slo: SloStatus;
  queries: SloQueries;
  compact?: boolean;
  /** The figure is not of now. */
  subtle?: boolean;
}

/** The SLI over the SLO's window, beside its objective. */
export function SliFact(props: SliFactProps) {
  const { slo, queries, compact, subtle } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const words = useSloWords();
  return (
    <Fact
      compact={compact}
      subtle={subtle}
      label={t('slo.sli', { window: words.windowShort(slo.window) })}
      value={
        <SloFigure
          slo={slo}
          text={formatSli(slo.sli, slo.objective)}
          exact={slo.sli}
          figure="sli"
          queries={queries}
        />
      }
      details={[
        t('slo.objective', { objective: formatObjective(slo.objective) }),
      ]}
    />
  );
}
