import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SloStatus,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatObjective, formatSpan } from '../../format';
import { monitoringTranslationRef } from '../../translation';

/** Words for an SLO that several components need. */
export function useSloWords() {
  const { t } = useTranslationRef(monitoringTranslationRef);

  const calendar = (window: SloWindow & { type: 'calendar' }) => ({
    long: window.unit === 'month' ? t('slo.month') : t('slo.quarter'),
    short: window.unit === 'month' ? t('slo.thisMonth') : t('slo.thisQuarter'),
  });

  return {
    /** `rolling 30 d`. */
    windowLong: (window: SloWindow) =>
      window.type === 'rolling'
        ? t('slo.rolling', { span: formatSpan(window.duration) })
        : calendar(window).long,
    /** `30 d`. */
    windowShort: (window: SloWindow) =>
      window.type === 'rolling'
        ? formatSpan(window.duration)
        : calendar(window).short,
    /** Why the SLO has its state; the backend's reason where it gave one. */
    reason: (slo: SloStatus): string | undefined => {
      switch (slo.state) {
        case 'no-data':
          return slo.reason ?? t('slo.noData');
        case 'no-traffic':
          return slo.reason ?? t('slo.noTraffic');
        case 'invalid':
          return slo.reason ?? t('slo.invalid');
        case 'stale':
          return slo.reason ?? t('slo.stale');
        default:
          return slo.reason;
      }
    },
    /** `Objective 99.9 %, rolling 30 d`. */
    definition: (slo: SloStatus): string => {
      const window =
        slo.window.type === 'rolling'
          ? t('slo.rolling', { span: formatSpan(slo.window.duration) })
          : calendar(slo.window).long;
      return t('slo.objectiveOnly', {
        objective: formatObjective(slo.objective),
        window,
      });
    },
  };
}
