import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ZoomOutIcon from '@material-ui/icons/ZoomOut';
import { ComponentType } from 'react';
import { LONGEST_RANGE } from '@sightline/backstage-plugin-monitoring-common';
import { browserZone } from '../../hooks/timeAddress';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { RangePicker } from './RangePicker';
import { RefreshControl } from './RefreshControl';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  // An arrow alone on a line would say nothing.
  walk: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minWidth: 0,
  },
  fault: {
    flexBasis: '100%',
    margin: 0,
  },
}));

/** Props of {@link TimeBar}. */
export interface TimeBarProps {
  timeRange: TimeRange;
}

/** Chooses the time that panels show, and when they are read again. */
export function TimeBar(props: TimeBarProps) {
  const { timeRange } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();

  const faults = useFaults(timeRange);

  const action = (label: string, Icon: ComponentType, run: () => void) => (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={run}>
        <Icon />
      </IconButton>
    </Tooltip>
  );

  if (timeRange.settings?.isHidden) {
    return null;
  }
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('dashboards.timeBar.label')}
    >
      <span className={classes.walk}>
        {action(t('dashboards.timeBar.back'), ChevronLeftIcon, () =>
          timeRange.shift(-1),
        )}
        <RangePicker timeRange={timeRange} />
        {!timeRange.isRelative &&
          action(t('dashboards.timeBar.forward'), ChevronRightIcon, () =>
            timeRange.shift(1),
          )}
      </span>
      {action(t('dashboards.timeBar.zoomOut'), ZoomOutIcon, timeRange.zoomOut)}
      <RefreshControl timeRange={timeRange} />
      {faults.length > 0 && (
        <FormHelperText className={classes.fault} error role="alert">
          {faults.join(' ')}
        </FormHelperText>
      )}
    </div>
  );
}

/** What of the address could not be followed, and what is shown instead. */
function useFaults(timeRange: TimeRange): string[] {
  const { fault, zone, isZoneUnknown, clock } = timeRange;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const faults: string[] = [];
  if (fault === 'order') {
    faults.push(t('dashboards.timeBar.orderFault'));
  } else if (fault === 'length') {
    faults.push(
      t('dashboards.timeBar.lengthFault', {
        days: String(LONGEST_RANGE / 86_400_000),
      }),
    );
  } else if (fault) {
    faults.push(
      t('dashboards.timeBar.addressFault', { text: shortened(fault.text) }),
    );
  }
  if (isZoneUnknown) {
    faults.push(
      t('dashboards.timeBar.zoneFault', {
        unknown: shortened(zone),
        zone: clock.timeZone ?? browserZone(),
      }),
    );
  }
  return faults;
}

function shortened(text: string): string {
  return text.slice(0, 40);
}
