import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { monitoringRunsTranslationRef } from '../../translation';
import { LoadFailed, LoadFailedProps } from '../LoadFailed';

/** Says that something about provisioning could not be loaded, or may not be seen. */
export function RunsLoadFailed(props: Omit<LoadFailedProps, 'forbidden'>) {
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  return (
    <LoadFailed
      {...props}
      forbidden={{
        title: t('runs.forbiddenTitle'),
        text: t('runs.forbiddenText'),
      }}
    />
  );
}
