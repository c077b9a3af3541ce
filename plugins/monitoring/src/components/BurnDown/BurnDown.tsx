import { useCallback } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { usePolling } from '../../hooks/usePolling';
import { Tone } from '../../theme/toneColors';
import { monitoringTranslationRef } from '../../translation';
import { LoadFailed } from '../LoadFailed';
import { useSloWords } from '../SloCard/useSloWords';
import { BurnDownChart } from './BurnDownChart';

/** History moves slowly: one point of 30 days is hours wide. */
const HISTORY_INTERVAL = 5 * 60_000;

const useStyles = makeStyles(theme => ({
  caption: {
    display: 'block',
    color: theme.palette.textSubtle,
    marginBottom: theme.spacing(0.5),
  },
  frame: {
    minHeight: 92,
  },
}));

/** How an SLO's budget came to be what it is. Loads when it is opened. */
export function BurnDown(props: { slo: SloStatus; tone: Tone }) {
  const { id, entityRef, window } = props.slo;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  const monitoringApi = useApi(monitoringApiRef);
  const load = useCallback(
    () => monitoringApi.getSloHistory(entityRef, id),
    [monitoringApi, entityRef, id],
  );
  const { value, error, refresh } = usePolling(load, HISTORY_INTERVAL);

  if (error && !value) {
    return (
      <LoadFailed
        error={error}
        what={t('loadFailed.history')}
        onRetry={refresh}
      />
    );
  }
  return (
    <div>
      <Typography className={classes.caption} variant="caption">
        {t('slo.historyCaption', { window: words.windowShort(window) })}
      </Typography>
      <div className={classes.frame}>
        {value ? (
          <BurnDownChart history={value} tone={props.tone} />
        ) : (
          <Skeleton
            variant="rect"
            height={72}
            aria-label={t('common.loading')}
          />
        )}
      </div>
    </div>
  );
}
