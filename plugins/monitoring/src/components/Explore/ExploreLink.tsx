import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { monitoringExplorePermission } from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../hooks/useUrlState';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { toExplore } from './exploreAddress';

/** Props of {@link ExploreLink}. */
export interface ExploreLinkProps {
  entityRef: string;
  /** What is run there; absent means that nothing is. */
  expression?: string;
}

/** Leads to Explore those who may explore. */
export function ExploreLink({ entityRef, expression }: ExploreLinkProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { pathAfter } = useUrlState();
  const { allowed } = usePermission({
    permission: monitoringExplorePermission,
    resourceRef: entityRef,
  });
  return allowed ? (
    <Link to={pathAfter(toExplore(expression))}>
      {expression === undefined
        ? t('dashboards.explore')
        : t('dashboards.exploreQuery')}
    </Link>
  ) : null;
}
