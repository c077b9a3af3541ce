import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { PROVISIONING_OPEN } from '../../hooks/useDrawerState';
import { monitoringRunsTranslationRef } from '../../translation';
import { isEntityRef, refName } from './refName';

/** The service that something is provisioned for, with the way to what is provisioned there. */
export function ServiceLink(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const pathOf = useMonitoringPath();
  return isEntityRef(entityRef) ? (
    <Link to={`${pathOf(entityRef)}?${PROVISIONING_OPEN}`} title={entityRef}>
      {refName(entityRef)}
    </Link>
  ) : (
    <>{t('runs.shared')}</>
  );
}
