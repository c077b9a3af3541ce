import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ObjectComparisonResponse } from '@sightline/backstage-plugin-monitoring-common';
import { useComparison } from '../../hooks/useProvisioning';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { LoadFailed } from '../LoadFailed';
import { alignLines } from './alignLines';
import { DrawerSkeleton } from './DrawerSkeleton';
import { JsonTable } from './JsonTable';

/** Props of {@link JsonComparison}. */
export interface JsonComparisonProps {
  /** Absent when the object belongs to none. */
  entityRef?: string;
  objectKey: string;
  title: string;
}

/** Both sides of an object in full, read from its target now. */
export function JsonComparison(props: JsonComparisonProps) {
  const { entityRef, objectKey, title } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { value, error, refresh } = useComparison(entityRef, objectKey);
  if (value) {
    return <LoadedComparison comparison={value} title={title} />;
  }
  return error ? (
    <LoadFailed
      error={error}
      what={t('provisioning.jsonWhat')}
      onRetry={refresh}
    />
  ) : (
    <DrawerSkeleton label={t('provisioning.jsonLoading')} />
  );
}

function LoadedComparison(props: {
  comparison: ObjectComparisonResponse;
  title: string;
}) {
  const { theirs, ours } = props.comparison;
  const rows = useMemo(
    () => alignLines(theirs.json, ours.json),
    [theirs.json, ours.json],
  );
  return <JsonTable title={props.title} rows={rows} />;
}
