import { FormEvent, useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { browserZone } from '../../hooks/timeAddress';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { readWritten, startText } from './timeTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    width: 'min(280px, 90vw)',
  },
}));

/** Props of {@link RangeForm}. */
export interface RangeFormProps {
  timeRange: TimeRange;
  onDone: () => void;
}

/** Start and end of a time range: moments, or expressions such as `now-7d/d`. */
export function RangeForm(props: RangeFormProps) {
  const { timeRange, onDone } = props;
  const { clock, range, settings } = timeRange;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const id = useId();
  const zone = clock.timeZone ?? browserZone();
  const [from, setFrom] = useState(() =>
    startText(timeRange.from, range.from, zone),
  );
  const [to, setTo] = useState(() => startText(timeRange.to, range.to, zone));

  const written = readWritten(from, to, clock.now(), {
    timeZone: zone,
    weekStart: settings?.weekStart,
    fiscalYearStartMonth: settings?.fiscalYearStartMonth,
  });
  const isRead = written.from !== undefined && written.to !== undefined;
  const isOrdered = isRead && written.from! < written.to!;

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!isOrdered) {
      return;
    }
    if (written.isRelative) {
      const kept = (text: string, time: number) =>
        text.includes('now') ? text.trim() : String(time);
      timeRange.setRelative(kept(from, written.from!), kept(to, written.to!));
    } else {
      timeRange.setAbsolute({ from: written.from!, to: written.to! });
    }
    onDone();
  };

  const field = (
    name: 'from' | 'to',
    text: string,
    change: (text: string) => void,
  ) => {
    const fault =
      written[name] === undefined
        ? t('dashboards.timeBar.momentFault', { text: text.slice(0, 40) })
        : name === 'to' &&
          isRead &&
          !isOrdered &&
          t('dashboards.timeBar.orderFault');
    const fieldId = `monitoring-time-${name}`;
    return (
      <TextField
        id={fieldId}
        label={t(`dashboards.timeBar.${name}` as const)}
        inputProps={{
          'aria-describedby': `${id} ${
            fault ? `${fieldId}-helper-text` : ''
          }`.trim(),
          autoComplete: 'off',
          spellCheck: false,
        }}
        value={text}
        onChange={event => change(event.target.value)}
        InputLabelProps={{ shrink: true }}
        error={Boolean(fault)}
        helperText={fault || undefined}
      />
    );
  };

  return (
    <form className={classes.root} onSubmit={apply}>
      <Typography variant="subtitle2" component="h3">
        {t('dashboards.timeBar.absolute')}
      </Typography>
      {field('from', from, setFrom)}
      {field('to', to, setTo)}
      <Typography variant="caption" component="p" id={id}>
        {t('dashboards.timeBar.zone', { zone })}
      </Typography>
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
