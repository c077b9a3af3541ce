import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SloStatus,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatObjective, formatSpan } from '../../format';
import { monitoringSlosTranslationRef } from '../../translation';

/** Words for an SLO that several components need. */
export function useSloWords() {
  const { t } = useTranslationRef(monitoringSlosTranslationRef);

  const calendar = ({ unit, count = 1 }: SloWindow & { type: 'calendar' }) =>
    count === 1
      ? { long: t(`slo.calendar.${unit}`), short: t(`slo.this.${unit}`) }
      : {
          long: t(`slo.calendars.${unit}`, { number: String(count) }),
          short: t(`slo.these.${unit}`, { number: String(count) }),
        };
  const windowLong = (window: SloWindow) =>
    window.type === 'rolling'
      ? t('slo.rolling', { span: formatSpan(window.duration) })
      : calendar(window).long;

  return {
    /** `rolling 30 d`. */
    windowLong,
    /** `30 d`. */
    windowShort: (window: SloWindow) =>
      window.type === 'rolling'
        ? formatSpan(window.duration)
        : calendar(window).short,
    /** `in 30 d`, `this month`. */
    inWindow: (window: SloWindow) =>
      window.type === 'rolling'
        ? t('slo.inSpan', { span: formatSpan(window.duration) })
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
    /** `Objective 99.9 %, rolling 30 d`; nothing for an SLO whose objective cannot be read. */
    definition: (slo: SloStatus): string | undefined =>
      slo.objective > 0
        ? t('slo.objectiveOnly', {
            objective: formatObjective(slo.objective),
            window: windowLong(slo.window),
          })
        : undefined,
  };
}
