import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatDuration, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';
import { Health } from './assessHealth';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.textSubtle,
  },
}));

/** Since when a state holds, or from when it is known. */
export function HealthSince(props: { health: Health }) {
  const { since, lastKnown, source } = props.health;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();

  const when = (time: string) => ({
    time: formatTime(time, format),
    age: formatDuration((format.now - Date.parse(time)) / 1000),
  });
  const text = () => {
    if (lastKnown && source?.lastSuccessAt) {
      return t('health.lastKnown', {
        state: t(`state.${lastKnown}`),
        ...when(source.lastSuccessAt),
      });
    }
    return since && t('common.since', when(since));
  };
  return (
    <Typography className={classes.root} variant="body2" component="span">
      {text()}
    </Typography>
  );
}
