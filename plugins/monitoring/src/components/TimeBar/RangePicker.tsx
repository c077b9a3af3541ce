import { useContext, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Divider from '@material-ui/core/Divider';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { formatTime } from '../../format';
import { ClockContext } from '../../hooks/Clock';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringTranslationRef } from '../../translation';
import { AbsoluteRangeForm } from './AbsoluteRangeForm';
import { QUICK_RANGES, quickRange } from './quickRanges';

const useStyles = makeStyles(theme => ({
  popover: {
    display: 'flex',
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column',
    },
  },
  list: {
    minWidth: 180,
    maxHeight: 380,
    overflowY: 'auto',
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
  const clock = useContext(ClockContext);
  const [anchor, setAnchor] = useState<Element>();
  const { from, to, range } = timeRange;
  const close = () => setAnchor(undefined);

  const quick = quickRange(from, to);
  const format = { now: clock.now(), timeZone: clock.timeZone };
  const label = quick
    ? t(`dashboards.timeBar.last.${quick}`)
    : `${formatTime(range.from, format)} – ${formatTime(range.to, format)}`;

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
          <List
            className={classes.list}
            dense
            aria-label={t('dashboards.timeBar.quickRanges')}
          >
            {QUICK_RANGES.map(length => (
              <li key={length}>
                <ListItem
                  button
                  component="div"
                  selected={length === quick}
                  onClick={() => {
                    timeRange.setRelative(`now-${length}`);
                    close();
                  }}
                >
                  <ListItemText
                    primary={t(`dashboards.timeBar.last.${length}`)}
                  />
                </ListItem>
              </li>
            ))}
          </List>
          <Divider orientation="vertical" flexItem />
          <AbsoluteRangeForm
            range={range}
            onApply={next => {
              timeRange.setAbsolute(next);
              close();
            }}
          />
        </div>
      </Popover>
    </>
  );
}
