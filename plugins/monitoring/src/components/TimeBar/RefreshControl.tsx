import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import PauseIcon from '@material-ui/icons/Pause';
import RefreshIcon from '@material-ui/icons/Refresh';
import { AUTO_REFRESH, TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
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
  const { refresh, refreshInterval, isPaused, setRefreshInterval, settings } =
    props.timeRange;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const usual = settings?.refreshIntervals ?? REFRESH_INTERVALS;
  const choices = [
    ...(refreshInterval &&
    refreshInterval !== AUTO_REFRESH &&
    !usual.includes(refreshInterval)
      ? [refreshInterval]
      : []),
    ...usual,
  ];

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
        <MenuItem value={AUTO_REFRESH}>
          {t('dashboards.timeBar.autoInterval')}
        </MenuItem>
        {choices.map(interval => (
          <MenuItem key={interval} value={interval}>
            {interval}
          </MenuItem>
        ))}
      </Select>
    </div>
  );
}
