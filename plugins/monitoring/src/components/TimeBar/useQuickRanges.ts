import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { QUICK_RANGES } from './quickRanges';

/** A range with its name. */
export interface NamedRange {
  from: string;
  to: string;
  text: string;
}

/** The dashboard's own quick ranges, else the usual ones. */
export function useQuickRanges({
  settings,
}: Pick<TimeRange, 'settings'>): NamedRange[] {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    settings?.quickRanges ??
    QUICK_RANGES.map(({ id, from, to }) => ({
      from,
      to,
      text: t(`dashboards.timeBar.quick.${id}` as const),
    }))
  );
}
