import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatPercent } from '../../format';
import { monitoringRunsTranslationRef } from '../../translation';
import { RunState, useRunWords } from '../provisioning';
import { ServiceLink } from '../ServiceLink';

/** What the state of a run means, in words. */
export function RunSentence(props: { run: ProvisioningRun; state: RunState }) {
  const { run, state } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const words = useRunWords();
  const { brake } = run;

  const main = () => {
    if (state === 'waiting' && brake) {
      return t('runs.sentence.waiting', {
        objects: formatNumber(brake.objects),
        managed: formatNumber(brake.managed),
        share: formatPercent(brake.objects / Math.max(1, brake.managed), 1),
        limit: formatPercent(brake.maxShare),
      });
    }
    switch (state) {
      case 'failed':
      case 'stopped':
      case 'succeeded':
        return t(`runs.sentence.${state}`);
      default:
        return words.progress(run);
    }
  };
  return (
    <>
      <div>{main()}</div>
      <div>
        {t('runs.list.scope')}{' '}
        {run.entityRef ? (
          <ServiceLink entityRef={run.entityRef} />
        ) : (
          t('runs.allEntities')
        )}
        {'. '}
        {run.mode === 'plan' && `${t('runs.sentence.planMode')} `}
        {run.mode === 'remove' && `${t('runs.sentence.removeMode')} `}
        {!run.complete &&
          run.status !== 'running' &&
          t('runs.sentence.incomplete')}
      </div>
    </>
  );
}
