import { FormEvent, useContext, useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MonitoringTimeRange } from '../../api';
import { ClockContext } from '../../hooks/Clock';
import { monitoringTranslationRef } from '../../translation';
import { fromLocalInput, toLocalInput } from './localInput';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    minWidth: 240,
  },
}));

/** Props of {@link AbsoluteRangeForm}. */
export interface AbsoluteRangeFormProps {
  range: MonitoringTimeRange;
  onApply: (range: MonitoringTimeRange) => void;
}

/** Start and end of a time range that does not move. */
export function AbsoluteRangeForm(props: AbsoluteRangeFormProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { timeZone } = useContext(ClockContext);
  const zoneId = useId();
  const [from, setFrom] = useState(() =>
    toLocalInput(props.range.from, timeZone),
  );
  const [to, setTo] = useState(() => toLocalInput(props.range.to, timeZone));

  const start = fromLocalInput(from, timeZone);
  const end = fromLocalInput(to, timeZone);
  const isComplete = start !== undefined && end !== undefined;
  const isOrdered = isComplete && start < end;

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (isOrdered) {
      props.onApply({ from: start, to: end });
    }
  };

  return (
    <form className={classes.root} onSubmit={apply}>
      <Typography variant="subtitle2" component="h3">
        {t('dashboards.timeBar.absolute')}
      </Typography>
      <Typography variant="caption" component="p" id={zoneId}>
        {t('dashboards.timeBar.zone', { zone: zoneName(timeZone) })}
      </Typography>
      <TextField
        id="monitoring-time-from"
        type="datetime-local"
        label={t('dashboards.timeBar.from')}
        inputProps={{ 'aria-describedby': zoneId }}
        value={from}
        onChange={event => setFrom(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextField
        id="monitoring-time-to"
        type="datetime-local"
        label={t('dashboards.timeBar.to')}
        inputProps={{ 'aria-describedby': zoneId }}
        value={to}
        onChange={event => setTo(event.target.value)}
        InputLabelProps={{ shrink: true }}
        error={isComplete && !isOrdered}
        helperText={
          isComplete && !isOrdered
            ? t('dashboards.timeBar.orderFault')
            : undefined
        }
      />
      <Button
        type="submit"
        variant="contained"
        color="primary"
        disabled={!isOrdered}
      >
        {t('dashboards.timeBar.apply')}
      </Button>
    </form>
  );
}

/** The zone that times are read in: the given one, or the browser's. */
function zoneName(timeZone: string | undefined): string {
  return timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
