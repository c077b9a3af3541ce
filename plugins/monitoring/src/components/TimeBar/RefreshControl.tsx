import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import PauseIcon from '@material-ui/icons/Pause';
import RefreshIcon from '@material-ui/icons/Refresh';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringTranslationRef } from '../../translation';
import { REFRESH_INTERVALS } from './quickRanges';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  select: {
    fontSize: theme.typography.body2.fontSize,
    paddingLeft: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Refreshes the panels, now and by itself. */
export function RefreshControl(props: { timeRange: TimeRange }) {
  const { refresh, refreshInterval, isPaused, setRefreshInterval } =
    props.timeRange;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const choices =
    refreshInterval && !REFRESH_INTERVALS.includes(refreshInterval)
      ? [refreshInterval, ...REFRESH_INTERVALS]
      : REFRESH_INTERVALS;

  return (
    <div className={classes.root}>
      <Tooltip
        title={
          isPaused
            ? t('dashboards.timeBar.paused')
            : t('dashboards.timeBar.refresh')
        }
      >
        <IconButton
          size="small"
          aria-label={t('dashboards.timeBar.refresh')}
          onClick={refresh}
        >
          {isPaused ? <PauseIcon /> : <RefreshIcon />}
        </IconButton>
      </Tooltip>
      <Select
        disableUnderline
        displayEmpty
        classes={{ root: classes.select }}
        value={refreshInterval ?? ''}
        SelectDisplayProps={{
          'aria-label': t('dashboards.timeBar.autoRefresh'),
        }}
        onChange={event =>
          setRefreshInterval((event.target.value as string) || undefined)
        }
      >
        <MenuItem value="">{t('dashboards.timeBar.off')}</MenuItem>
        {choices.map(interval => (
          <MenuItem key={interval} value={interval}>
            {interval}
          </MenuItem>
        ))}
      </Select>
    </div>
  );
}
