import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloDetailResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  formatBudget,
  formatBudgetMinutes,
  formatBurnRate,
  formatDuration,
  formatNumber,
  formatPercent,
  formatSpan,
  formatTime,
} from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { decidingPair, exhaustionPair, sloNoun, useSloWords } from '../SloCard';
import { sourceName } from '../SourceHealthBanner';
import { SloHeadline } from './sloHeadline';

/** From this share on, "1 in 2" says less than a percentage. */
const OFTEN = 0.4;

/** What the state of an SLO means, in words. */
export function SloSentence(props: {
  detail: SloDetailResponse;
  headline: SloHeadline;
}) {
  const { detail, headline } = props;
  const { status } = detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const format = useTimeFormat();
  const words = useSloWords();
  // The rate that is spoken of is the one that "gone in" goes by, where the budget will be gone.
  const pair = exhaustionPair(status) ?? decidingPair(status);

  const failing = () => {
    const ratio = (pair?.longBurnRate ?? 0) * (1 - status.objective);
    if (!pair || !(ratio > 0)) {
      return undefined;
    }
    const unit = sloNoun(detail);
    const span = formatSpan(pair.longWindow);
    return ratio > OFTEN
      ? t(`sloPage.sentence.share.${unit}`, {
          share: formatPercent(Math.min(1, ratio)),
          span,
        })
      : t(`sloPage.sentence.oneIn.${unit}`, {
          n: formatNumber(Math.round(1 / ratio), 0),
          span,
        });
  };
  const goneIn = () =>
    status.timeToExhaustion !== undefined &&
    t('sloPage.sentence.goneIn', {
      duration: formatDuration(status.timeToExhaustion),
      time: formatTime(format.now + status.timeToExhaustion * 1000, format),
    });
  const rate = {
    rate: formatBurnRate(pair?.longBurnRate),
    span: formatSpan(pair?.longWindow ?? 0),
  };

  const sentences = () => {
    if (headline.source) {
      const source = sourceName(headline.source.source);
      return [
        headline.source.lastSuccessAt
          ? tShared('health.unknown', { source })
          : tShared('health.unknownNever', { source }),
      ];
    }
    switch (status.state) {
      case 'burning':
      case 'warning':
        return [failing() ?? words.reason(status), goneIn()];
      case 'exhausted':
        return [
          t('sloPage.sentence.exhausted', {
            budget: formatBudget(-(status.budgetRemaining ?? 0)),
            minutes: formatBudgetMinutes(-(status.budgetRemainingMinutes ?? 0)),
          }),
          pair?.longBurnRate !== undefined &&
            (pair.longBurnRate > 1
              ? t('sloPage.sentence.stillBurns', rate)
              : t('sloPage.sentence.burnsNoMore', rate)),
        ];
      case 'ok':
        if (status.timeToExhaustion !== undefined) {
          return [failing(), goneIn()];
        }
        return [
          pair?.longBurnRate === undefined
            ? t('sloPage.sentence.lastsAtAll')
            : t('sloPage.sentence.lasts', rate),
        ];
      case 'young':
        return [
          t('sloPage.sentence.young', {
            percent: formatPercent(status.coverage, 0),
          }),
          goneIn(),
        ];
      default:
        return [words.reason(status)];
    }
  };
  return <>{sentences().filter(Boolean).join(' ')}</>;
}
