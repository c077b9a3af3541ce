import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NotificationsActiveOutlinedIcon from '@material-ui/icons/NotificationsActiveOutlined';
import NotificationsOffOutlinedIcon from '@material-ui/icons/NotificationsOffOutlined';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSlosTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
  calm: {
    color: theme.palette.textSubtle,
  },
  icon: {
    fontSize: 18,
  },
}));

/** Props of {@link SloNotification}. */
export interface SloNotificationProps {
  /** Of the SLO. */
  alerts: ActiveAlert[];
  /** Who is told, where that is known. */
  channels?: string[];
  /** Whether burn rates are known, so that their silence says something. */
  isMeasured: boolean;
}

/** Whether somebody is being notified about an SLO, and since when. */
export function SloNotification(props: SloNotificationProps) {
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const firing = props.alerts
    .filter(alert => alert.state === 'firing')
    .sort((a, b) => a.since.localeCompare(b.since));
  const paging = firing.find(alert => alert.severity === 'critical');
  const silenced = props.alerts.find(alert => alert.silence);
  const first = paging ?? firing[0];

  if (first) {
    const time = formatTime(first.since, format);
    const channels = new Intl.ListFormat('en').format(props.channels ?? []);
    const told = () => {
      if (channels) {
        return paging
          ? t('slo.pagingChannelsSince', { channels, time })
          : t('slo.ticketChannelsSince', { channels, time });
      }
      return paging
        ? t('slo.pagingSince', { time })
        : t('slo.ticketSince', { time });
    };
    return (
      <Typography className={classes.root} variant="body2" component="span">
        <NotificationsActiveOutlinedIcon className={classes.icon} aria-hidden />
        {told()}
      </Typography>
    );
  }
  if (silenced?.silence) {
    return (
      <Typography className={classes.root} variant="body2" component="span">
        <NotificationsOffOutlinedIcon className={classes.icon} aria-hidden />
        {t('slo.silencedUntil', {
          time: formatTime(silenced.silence.until, format),
        })}
      </Typography>
    );
  }
  return (
    <Typography className={classes.calm} variant="body2" component="span">
      {props.isMeasured ? t('slo.noNotification') : t('slo.noAlertKnown')}
    </Typography>
  );
}
