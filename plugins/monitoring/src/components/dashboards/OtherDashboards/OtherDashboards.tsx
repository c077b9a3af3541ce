import { lazy, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import SearchIcon from '@material-ui/icons/Search';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import type { DashboardOption } from './DashboardOptions';
import { useRecentDashboards } from './useRecentDashboards';

const DashboardSearch = lazy(() =>
  import('./DashboardSearch').then(module => ({
    default: module.DashboardSearch,
  })),
);

/** Props of {@link OtherDashboards}. */
export interface OtherDashboardsProps {
  entityRef: string;
  /** Uids of the entity's own dashboards, which are offered elsewhere. */
  own: string[];
  onChoose: (dashboard: DashboardOption) => void;
}

/** Leads to any dashboard in Grafana that may be looked at from the entity. */
export function OtherDashboards(props: OtherDashboardsProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const [recent, remember] = useRecentDashboards(props.entityRef);

  return (
    <>
      <Button
        size="small"
        startIcon={<SearchIcon />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('dashboards.picker.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <DashboardSearch
            entityRef={props.entityRef}
            own={props.own}
            recent={recent}
            onClose={() => setOpen(false)}
            onChoose={dashboard => {
              setOpen(false);
              remember(dashboard);
              props.onChoose(dashboard);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
