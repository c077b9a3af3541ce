import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Divider from '@material-ui/core/Divider';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { QuickRangeList } from './QuickRangeList';
import { RangeForm } from './RangeForm';
import { ZonePicker } from './ZonePicker';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    [theme.breakpoints.down('xs')]: {
      flexDirection: 'column-reverse',
    },
  },
}));

/** Props of {@link RangePopover}. */
export interface RangePopoverProps {
  open: boolean;
  anchor: Element | undefined;
  timeRange: TimeRange;
  onClose: () => void;
}

/** Where the time range is chosen. Load it lazily. */
export function RangePopover(props: RangePopoverProps) {
  const { open, anchor, timeRange, onClose } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  return (
    <Popover
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      PaperProps={{
        role: 'dialog',
        'aria-label': t('dashboards.timeBar.label'),
      }}
    >
      <div className={classes.content}>
        <QuickRangeList timeRange={timeRange} onDone={onClose} />
        <Divider orientation="vertical" flexItem />
        <div>
          <RangeForm timeRange={timeRange} onDone={onClose} />
          <ZonePicker timeRange={timeRange} />
        </div>
      </div>
    </Popover>
  );
}
