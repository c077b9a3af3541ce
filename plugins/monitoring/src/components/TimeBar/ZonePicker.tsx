import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { createFilterOptions } from '@material-ui/lab/Autocomplete';
import { makeStyles } from '@material-ui/core/styles';
import { isZone, isZoneName } from '../../hooks/timeAddress';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';

const filterOptions = createFilterOptions<string>({ limit: 100 });

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(0, 2, 2),
    width: 'min(280px, 90vw)',
    boxSizing: 'border-box',
  },
}));

/** Chooses the zone in which times are read and written. */
export function ZonePicker(props: { timeRange: TimeRange }) {
  const { zone, setZone } = props.timeRange;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const names: Record<string, string> = {
    browser: t('dashboards.timeBar.browserZone'),
    utc: t('dashboards.timeBar.utc'),
  };
  const chosen = zone === 'UTC' || !isZoneName(zone) ? 'utc' : zone;
  return (
    <Autocomplete
      className={classes.root}
      size="small"
      disableClearable
      options={zones(zone)}
      filterOptions={filterOptions}
      getOptionLabel={one => names[one] ?? one}
      value={isZoneName(zone) ? chosen : 'browser'}
      onChange={(_, next) => setZone(next)}
      renderInput={params => (
        <TextField
          {...params}
          id="monitoring-time-zone"
          label={t('dashboards.timeBar.zoneLabel')}
        />
      )}
    />
  );
}

/** Those that the browser knows, and the chosen one. */
function zones(chosen: string): string[] {
  const known: string[] =
    typeof Intl.supportedValuesOf === 'function'
      ? Intl.supportedValuesOf('timeZone')
      : [];
  const own = isZone(chosen) && chosen !== 'UTC' ? [chosen] : [];
  return [
    ...new Set([
      'browser',
      'utc',
      ...own,
      ...known.filter(one => one !== 'UTC'),
    ]),
  ];
}
