import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBudget,
  formatBurnRate,
  formatDuration,
  formatTime,
} from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';
import { useSloWords } from '../SloCard/useSloWords';
import { sourceName } from '../SourceHealthBanner/sourceName';
import { Health } from './assessHealth';

/** Props of {@link HealthSentence}. */
export interface HealthSentenceProps {
  health: Health;
  entityName: string;
  slos: SloStatus[];
}

/** What fails and what it means; or that all is well. */
export function HealthSentence(props: HealthSentenceProps) {
  const { health, entityName, slos } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const words = useSloWords();
  const format = useTimeFormat();

  const burnSentence = (slo: SloStatus): string => {
    // The fastest: it is the one that somebody is told of.
    const rate = slo.burnRates
      .map(({ longBurnRate }) => longBurnRate)
      .filter((one): one is number => one !== undefined)
      .sort((one, other) => other - one)[0];
    const sentences = [];
    if (slo.state === 'exhausted') {
      sentences.push(
        t('health.exhausted', {
          slo: slo.title,
          budget: formatBudget(slo.budgetRemaining),
        }),
      );
      if (rate !== undefined && rate > 1) {
        sentences.push(
          t('health.exhaustedBurning', { rate: formatBurnRate(rate) }),
        );
      }
    } else {
      sentences.push(
        t('health.burning', { slo: slo.title, rate: formatBurnRate(rate) }),
      );
    }
    if (
      slo.timeToExhaustion !== undefined &&
      slo.state !== 'exhausted' &&
      rate !== undefined &&
      rate > 1
    ) {
      sentences.push(
        t('health.goneIn', {
          duration: formatDuration(slo.timeToExhaustion),
          time: formatTime(format.now + slo.timeToExhaustion * 1000, format),
        }),
      );
    }
    return sentences.join(' ');
  };

  switch (health.state) {
    case 'not-monitored':
      return <>{t('health.notMonitored', { entity: entityName })}</>;
    case 'unwatched':
      return <>{t('health.unwatched')}</>;
    case 'waiting':
      return <>{t('health.waiting')}</>;
    case 'starting':
      return <>{t('health.starting')}</>;
    case 'unknown': {
      const source = sourceName(health.source?.source ?? '');
      return (
        <>
          {health.lastKnown
            ? t('health.unknown', { source })
            : t('health.unknownNever', { source })}
        </>
      );
    }
    default:
  }
  if (health.alert) {
    const { name, summary, description } = health.alert;
    const text = summary ?? description;
    return (
      <>{text ? t('health.alert', { alert: name, summary: text }) : name}</>
    );
  }
  if (health.slo) {
    const { slo } = health;
    if (slo.state === 'invalid' || slo.state === 'no-data') {
      const reason = words.reason(slo);
      return (
        <>
          {reason
            ? t('health.sloReason', { slo: slo.title, reason })
            : t('health.sloWithoutReason', { slo: slo.title })}
        </>
      );
    }
    return <>{burnSentence(slo)}</>;
  }
  if (slos.length === 0) {
    return <>{t('health.noSloNoAlert')}</>;
  }
  return (
    <>
      {slos.every(slo => slo.state === 'ok')
        ? t('health.allMet', { count: slos.length })
        : t('health.nothingBurns')}
    </>
  );
}
