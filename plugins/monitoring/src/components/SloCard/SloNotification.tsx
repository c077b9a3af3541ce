import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NotificationsActiveOutlinedIcon from '@material-ui/icons/NotificationsActiveOutlined';
import NotificationsOffOutlinedIcon from '@material-ui/icons/NotificationsOffOutlined';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';

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

/** Whether somebody is being notified about an SLO, and since when. */
export function SloNotification(props: { alerts: ActiveAlert[] }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
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
    return (
      <Typography className={classes.root} variant="body2" component="span">
        <NotificationsActiveOutlinedIcon className={classes.icon} aria-hidden />
        {paging
          ? t('slo.pagingSince', { time })
          : t('slo.ticketSince', { time })}
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
      {t('slo.noNotification')}
    </Typography>
  );
}
