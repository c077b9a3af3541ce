import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBudgetMinutes,
  formatNumber,
  formatObjective,
  formatPercent,
  formatSpan,
  formatValue,
} from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { sloNoun, totalBudgetMinutes, useSloWords } from '../SloCard';
import { oneIn } from './oneIn';
import { windowEndText } from './windowEndText';

/** What an SLO promises, in plain words; undefined where its definition could not be read. */
export interface DefinitionWords {
  sentence?: string;
  budget?: string;
  window: string;
  alerts: string;
  coverage?: string;
}

/** Words for the definition of an SLO. */
export function useDefinitionWords(detail: SloDetailResponse): DefinitionWords {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const format = useTimeFormat();
  const words = useSloWords();
  const { status, sli, budgetingMethod, timeSlice, alerting } = detail;
  const { window, events } = status;
  const isKnown = status.objective > 0 && status.objective < 1;
  const errorBudget = 1 - status.objective;
  const objective = isKnown ? formatObjective(status.objective) : '';

  const inWindow = () => {
    if (window.type === 'rolling') {
      return t('sloPage.definition.in.rolling', {
        span: formatSpan(window.duration),
      });
    }
    return (window.count ?? 1) === 1
      ? t(`sloPage.definition.in.${window.unit}`)
      : t('sloPage.definition.in.many', { window: words.windowLong(window) });
  };
  const promise = () => {
    const common = { in: inWindow(), objective };
    const slice = formatSpan(timeSlice?.seconds ?? 60);
    if (budgetingMethod === 'Timeslices') {
      return t('sloPage.definition.timeslices', {
        ...common,
        slice,
        target: formatPercent(Number(timeSlice?.target ?? 1)),
      });
    }
    if (budgetingMethod === 'RatioTimeslices') {
      return t('sloPage.definition.ratioTimeslices', { ...common, slice });
    }
    switch (sli.type) {
      case 'latency':
        return t('sloPage.definition.latency', {
          ...common,
          threshold: formatValue(sli.thresholdSeconds, 'seconds'),
        });
      case 'threshold':
        return t('sloPage.definition.threshold', {
          ...common,
          operator: sli.operator,
          value: formatNumber(sli.value),
        });
      default:
        return t(`sloPage.definition.${sli.type}`, common);
    }
  };
  const mayFail = () => {
    const n = oneIn(errorBudget);
    const noun = sloNoun(detail);
    return n === undefined
      ? t(`sloPage.definition.mayFail.${noun}`, {
          share: formatPercent(errorBudget),
        })
      : t(`sloPage.definition.oneMayFail.${noun}`, { n: formatNumber(n, 0) });
  };
  const budget = () => {
    const share = formatPercent(errorBudget);
    const minutes = formatBudgetMinutes(totalBudgetMinutes(status));
    return events && events.total > 0
      ? t('sloPage.definition.budgetAll', {
          share,
          minutes,
          events: formatNumber(Math.floor(events.allowedBad), 0),
          unit: t(`sloPage.unit.${sloNoun(detail)}`),
        })
      : t('sloPage.definition.budgetTime', { share, minutes });
  };
  const alerts = () => {
    if (!alerting.enabled) {
      return t('sloPage.definition.alertsOff');
    }
    const { catalogue, channels } = alerting;
    return channels.length > 0
      ? t('sloPage.definition.alertsTo', {
          catalogue,
          channels: new Intl.ListFormat('en').format(channels),
        })
      : t('sloPage.definition.alertsOn', { catalogue });
  };

  return {
    sentence: isKnown ? `${promise()} ${mayFail()}` : undefined,
    budget: isKnown ? budget() : undefined,
    window:
      window.type === 'rolling'
        ? t('sloPage.definition.rolling', { span: formatSpan(window.duration) })
        : t('sloPage.definition.calendar', {
            window: words.windowLong(window),
            zone: window.timeZone,
            time: windowEndText(window, status.windowEnd, format),
          }),
    alerts: alerts(),
    coverage:
      status.state === 'invalid'
        ? undefined
        : t('sloPage.definition.coverageValue', {
            // Cut off: the window is whole when it is.
            percent: formatPercent(Math.floor(status.coverage * 100) / 100, 0),
          }),
  };
}
