import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Divider from '@material-ui/core/Divider';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { formatTime } from '../../format';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringTranslationRef } from '../../translation';
import { QuickRangeList } from './QuickRangeList';
import { RangeForm } from './RangeForm';
import { useQuickRanges } from './useQuickRanges';
import { ZonePicker } from './ZonePicker';

const useStyles = makeStyles(theme => ({
  popover: {
    display: 'flex',
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column-reverse',
    },
  },
  button: {
    fontVariantNumeric: 'tabular-nums',
    textTransform: 'none',
  },
}));

/** Shows the time range and lets it be chosen. */
export function RangePicker(props: { timeRange: TimeRange }) {
  const { timeRange } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  const close = () => setAnchor(undefined);
  const label = useRangeText(timeRange);

  return (
    <>
      <Button
        className={classes.button}
        size="small"
        variant="outlined"
        startIcon={<ScheduleIcon />}
        endIcon={<ExpandMoreIcon />}
        aria-haspopup="dialog"
        aria-label={t('dashboards.timeBar.range', { range: label })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        PaperProps={{
          role: 'dialog',
          'aria-label': t('dashboards.timeBar.label'),
        }}
      >
        <div className={classes.popover}>
          <QuickRangeList timeRange={timeRange} onDone={close} />
          <Divider orientation="vertical" flexItem />
          <div>
            <RangeForm timeRange={timeRange} onDone={close} />
            <ZonePicker timeRange={timeRange} />
          </div>
        </div>
      </Popover>
    </>
  );
}

/** The range as people call it: by name, by expression, or by its moments. */
function useRangeText(timeRange: TimeRange): string {
  const { from, to, range, isRelative, fault, clock } = timeRange;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const named = useQuickRanges(timeRange).find(
    one => one.from === from && one.to === to,
  );
  if (named && !fault) {
    return named.text;
  }
  if (isRelative && !fault) {
    return t('dashboards.timeBar.expression', { from, to });
  }
  const format = { now: clock.now(), timeZone: clock.timeZone };
  return `${formatTime(range.from, format)} – ${formatTime(range.to, format)}`;
}
