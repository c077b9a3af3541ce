import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { useSloHistory } from '../../hooks/useSlo';
import { Tone } from '../../theme/toneColors';
import {
  monitoringSlosTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { ChartSkeleton } from '../charts';
import { LoadFailed } from '../LoadFailed';
import { useSloWords } from '../SloCard/useSloWords';
import { BurnDownChart } from './BurnDownChart';

const useStyles = makeStyles(theme => ({
  caption: {
    display: 'block',
    color: theme.palette.textSubtle,
    marginBottom: theme.spacing(1),
  },
  frame: {
    minHeight: 96,
  },
}));

/** How an SLO's budget came to be what it is. Loads when it is opened. */
export function BurnDown(props: { slo: SloStatus; tone: Tone }) {
  const { window } = props.slo;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const words = useSloWords();
  const { value, error, refresh } = useSloHistory(props.slo);

  if (error && !value) {
    return (
      <LoadFailed
        error={error}
        what={tShared('loadFailed.history')}
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
          <BurnDownChart
            history={value}
            slo={props.slo}
            tone={props.tone}
            size="card"
          />
        ) : (
          <ChartSkeleton height={72} />
        )}
      </div>
    </div>
  );
}
