import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TimelineIcon from '@material-ui/icons/Timeline';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';

/** Props of {@link AlertDashboard}. */
export interface AlertDashboardProps {
  alert: ActiveAlert;
  /** Shows a dashboard of the entity on this page. */
  onShowDashboard?: (uid: string) => void;
}

/** Leads to the dashboard that shows what an alert is about: on this page, or else outside. */
export function AlertDashboard(props: AlertDashboardProps) {
  const { alert, onShowDashboard } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const url = safeUrl(alert.dashboardUrl);
  const uid = alert.dashboard?.uid;
  const label = t('alerts.dashboardOf', { alert: alert.name });

  if (uid && onShowDashboard) {
    return (
      <Button
        size="small"
        color="primary"
        startIcon={<TimelineIcon />}
        aria-label={label}
        onClick={() => onShowDashboard(uid)}
      >
        {t('alerts.dashboard')}
      </Button>
    );
  }
  return url ? (
    <LinkButton
      role={undefined}
      to={url}
      size="small"
      color="primary"
      startIcon={<TimelineIcon />}
      aria-label={label}
    >
      {t('alerts.dashboard')}
    </LinkButton>
  ) : null;
}
