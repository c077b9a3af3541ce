import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { formatTime } from '../../format';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { lazilyOpened } from '../lazily';
import { useQuickRanges } from './useQuickRanges';

const RangePopover = lazilyOpened(() =>
  import('./RangePopover').then(module => module.RangePopover),
);

const useStyles = makeStyles({
  button: {
    fontVariantNumeric: 'tabular-nums',
    textTransform: 'none',
  },
});

/** Shows the time range and lets it be chosen. */
export function RangePicker(props: { timeRange: TimeRange }) {
  const { timeRange } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
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
      <RangePopover
        open={anchor !== undefined}
        anchor={anchor}
        timeRange={timeRange}
        onClose={close}
      />
    </>
  );
}

/** The range as people call it: by name, by expression, or by its moments. */
function useRangeText(timeRange: TimeRange): string {
  const { from, to, range, isRelative, fault, clock } = timeRange;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
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
