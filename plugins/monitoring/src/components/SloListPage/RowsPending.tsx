import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Polled } from '../../hooks/usePolling';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { LoadFailed } from '../LoadFailed';
import { RowsSkeleton } from './RowsSkeleton';

/** In the place of rows that are not there: they load, or could not be loaded. */
export function RowsPending(props: Pick<Polled<unknown>, 'error' | 'refresh'>) {
  const { error, refresh } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  return error ? (
    <LoadFailed
      error={error}
      what={tShared('loadFailed.slos')}
      onRetry={refresh}
      forbidden={{
        title: t('sloList.forbiddenTitle'),
        text: t('sloList.forbiddenText'),
      }}
    />
  ) : (
    <RowsSkeleton />
  );
}
