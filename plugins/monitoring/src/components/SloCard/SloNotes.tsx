import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatPercent, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSlosTranslationRef } from '../../translation';
import { SloNote } from './SloNote';
import { useSloWords } from './useSloWords';

/** What a reader must know before trusting the figures above. */
export function SloNotes(props: { slo: SloStatus }) {
  const { slo } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const words = useSloWords();
  const format = useTimeFormat();

  switch (slo.state) {
    case 'young':
      return (
        <SloNote state="young">
          {t('slo.coverage', { percent: formatPercent(slo.coverage, 0) })}
        </SloNote>
      );
    case 'stale':
      return (
        <SloNote state="stale">
          {slo.measuredAt
            ? t('slo.lastKnown', {
                time: formatTime(slo.measuredAt, format),
                age: formatDuration(
                  (format.now - Date.parse(slo.measuredAt)) / 1000,
                ),
              })
            : words.reason(slo)}
        </SloNote>
      );
    case 'no-traffic':
    case 'no-data':
    case 'invalid':
      return <SloNote state={slo.state}>{words.reason(slo)}</SloNote>;
    default:
      return null;
  }
}
