import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { monitoringRunsTranslationRef } from '../../translation';
import { Fact } from '../Fact';

/** The figures of a run that a person asks for first; stands in a `dl`. */
export function RunFacts(props: { run: ProvisioningRun }) {
  const { counts, entities } = props.run;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  return (
    <>
      {entities !== undefined && (
        <Fact
          compact
          label={t('runs.facts.services')}
          value={formatNumber(entities)}
        />
      )}
      <Fact
        compact
        label={t('runs.facts.written')}
        value={formatNumber(counts.created + counts.updated)}
        details={[
          t('runs.facts.writtenDetail', {
            created: formatNumber(counts.created),
            updated: formatNumber(counts.updated),
          }),
        ]}
      />
      {counts.pruned > 0 && (
        <Fact
          compact
          label={t('runs.facts.deleted')}
          value={formatNumber(counts.pruned)}
        />
      )}
      <Fact
        compact
        label={t('runs.facts.failed')}
        value={formatNumber(counts.failed)}
      />
      {counts.waiting > 0 && (
        <Fact
          compact
          label={t('runs.facts.waiting')}
          value={formatNumber(counts.waiting)}
        />
      )}
    </>
  );
}
