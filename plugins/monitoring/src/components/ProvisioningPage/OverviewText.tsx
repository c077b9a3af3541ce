import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProvisioningOverviewResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useProvisioningPath } from '../../hooks/useProvisioningPath';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringRunsTranslationRef } from '../../translation';
import { useRunWords } from '../provisioning';
import { refName, ServiceLink } from '../ServiceLink';
import { OverviewState } from './overviewState';

/** Props of {@link OverviewText}. */
export interface OverviewTextProps {
  overview: ProvisioningOverviewResponse;
  state: OverviewState;
}

/** What the state of provisioning means, in words. */
export function OverviewText(props: OverviewTextProps) {
  const { overview, state } = props;
  const { running, paused, brake, lastRun, nextRunAt, mode } = overview;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const format = useTimeFormat();
  const words = useRunWords();
  const paths = useProvisioningPath();

  const main = () => {
    if (state === 'paused' && paused) {
      return t('runs.overview.pausedText', {
        by: refName(paused.by),
        time: formatTime(paused.at, format),
      });
    }
    if (state === 'running' && running) {
      return t('runs.overview.runningText', {
        scope: running.entityRef ? (
          <ServiceLink entityRef={running.entityRef} />
        ) : (
          <>{t('runs.allEntities')}</>
        ),
        time: formatTime(running.startedAt, format),
      });
    }
    if (state === 'waiting' && brake) {
      return t('runs.overview.waitingText', {
        objects: formatNumber(brake.objects),
      });
    }
    return lastRun ? undefined : t('runs.overview.neverText');
  };
  return (
    <>
      <div>{main()}</div>
      {lastRun && (
        <div>
          {t('runs.overview.lastText', {
            time: (
              <Link
                underline="always"
                to={paths?.run(lastRun.id) ?? `runs/${lastRun.id}`}
              >
                {formatTime(lastRun.finishedAt ?? lastRun.startedAt, format)}
              </Link>
            ),
            counts: <>{words.counts(lastRun)}</>,
          })}{' '}
          {nextRunAt &&
            !paused &&
            t('runs.overview.next', { time: formatTime(nextRunAt, format) })}
        </div>
      )}
      {mode === 'plan' && <div>{t('runs.overview.planMode')}</div>}
      {mode === 'remove' && <div>{t('runs.overview.removeMode')}</div>}
    </>
  );
}
