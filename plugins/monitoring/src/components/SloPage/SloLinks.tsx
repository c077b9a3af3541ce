import { CopyTextButton, LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DashboardIcon from '@material-ui/icons/Dashboard';
import LayersIcon from '@material-ui/icons/Layers';
import {
  ActiveAlert,
  SloDetailResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { useSloPath } from '../../hooks/useSloPath';
import { safeUrl } from '../../links';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { SloNotification } from '../SloCard';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    margin: theme.spacing(-1, 0),
  },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    marginLeft: 'auto',
    '& button svg': { fontSize: 18, color: theme.palette.primary.main },
  },
}));

/** Who is told about an SLO, and where to go from here. */
export function SloLinks(props: {
  detail: SloDetailResponse;
  /** Of this SLO. */
  alerts: ActiveAlert[];
  /** Whether its burn rates are known now. */
  isMeasured: boolean;
}) {
  const { detail, alerts } = props;
  const { status, alerting } = detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const tabOf = useMonitoringPath();
  const pathOf = useSloPath();
  const dashboardUrl = safeUrl(detail.dashboardUrl);

  return (
    <div className={classes.root}>
      {alerting.enabled ? (
        <SloNotification
          alerts={alerts}
          channels={alerting.channels}
          isMeasured={props.isMeasured}
        />
      ) : (
        <Typography variant="body2" component="span">
          {t('sloPage.header.switchedOff')}
        </Typography>
      )}
      <div className={classes.links}>
        <LinkButton
          role={undefined}
          to={tabOf(status.entityRef, status.environment)}
          size="small"
          color="primary"
          startIcon={<LayersIcon />}
        >
          {t('sloPage.header.service')}
        </LinkButton>
        {dashboardUrl && (
          <LinkButton
            role={undefined}
            to={dashboardUrl}
            size="small"
            color="primary"
            startIcon={<DashboardIcon />}
          >
            {t('sloPage.header.dashboard')}
          </LinkButton>
        )}
        <CopyTextButton
          variant="tertiary"
          text={new URL(pathOf(status), window.location.href).href}
          tooltipText={t('sloPage.header.copied')}
          aria-label={t('sloPage.header.copyLink')}
        />
      </div>
    </div>
  );
}
