import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { monitoringExplorePermission } from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../hooks/useUrlState';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { toExplore } from './exploreAddress';

/** Props of {@link ExploreButton}. */
export interface ExploreButtonProps {
  entityRef: string;
  /** What is run there; absent means that nothing is. */
  expression?: string;
}

/** Leads to Explore those who may explore. */
export function ExploreButton({ entityRef, expression }: ExploreButtonProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { pathAfter } = useUrlState();
  const { allowed } = usePermission({
    permission: monitoringExplorePermission,
    resourceRef: entityRef,
  });
  return allowed ? (
    <Button
      size="small"
      color="primary"
      component={Link}
      to={pathAfter(toExplore(expression))}
    >
      {expression === undefined
        ? t('dashboards.explore')
        : t('dashboards.exploreQuery')}
    </Button>
  ) : null;
}
