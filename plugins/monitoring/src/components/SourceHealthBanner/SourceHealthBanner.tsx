import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import { SourceHealth } from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';
import { sourceName } from './sourceName';
import { failingSources } from './sources';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: alpha(theme.palette.text.primary, 0.08),
  },
  icon: {
    fontSize: 20,
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link SourceHealthBanner}. */
export interface SourceHealthBannerProps {
  sources: SourceHealth[];
}

/** Says which source is not to be trusted now, and from when the figures are. */
export function SourceHealthBanner(props: SourceHealthBannerProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();

  const when = (time: string) => ({
    time: formatTime(time, format),
    age: formatDuration((format.now - Date.parse(time)) / 1000),
  });
  const sentences = failingSources(props.sources).map(health => {
    const source = sourceName(health.source);
    if (health.state === 'starting') {
      return t('sourceHealth.starting', { source });
    }
    if (!health.lastSuccessAt) {
      return t('sourceHealth.neverAnswered', { source });
    }
    return health.state === 'stale'
      ? t('sourceHealth.stale', { source, ...when(health.lastSuccessAt) })
      : t('sourceHealth.unreachable', {
          source,
          ...when(health.lastSuccessAt),
        });
  });

  if (sentences.length === 0) {
    return null;
  }
  return (
    <div className={classes.list}>
      {sentences.map(sentence => (
        <Typography
          key={sentence}
          className={classes.root}
          variant="body2"
          component="div"
        >
          <CloudOffIcon className={classes.icon} aria-hidden />
          <span>{sentence}</span>
        </Typography>
      ))}
    </div>
  );
}
