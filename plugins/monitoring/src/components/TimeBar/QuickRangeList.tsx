import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import InputBase from '@material-ui/core/InputBase';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringDashboardsTranslationRef } from '../../translation';
import { useQuickRanges } from './useQuickRanges';

const useStyles = makeStyles(theme => ({
  search: {
    padding: theme.spacing(1, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  list: {
    minWidth: 200,
    maxHeight: 380,
    overflowY: 'auto',
    [theme.breakpoints.down('xs')]: {
      maxHeight: 200,
    },
  },
  nothing: {
    padding: theme.spacing(2),
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link QuickRangeList}. */
export interface QuickRangeListProps {
  timeRange: TimeRange;
  onDone: () => void;
}

/** Ranges by name, with a search. */
export function QuickRangeList(props: QuickRangeListProps) {
  const { timeRange, onDone } = props;
  const { from, to } = timeRange;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = useQuickRanges(timeRange).filter(({ text }) =>
    text.toLowerCase().includes(wanted),
  );
  return (
    <div>
      <div className={classes.search}>
        <InputBase
          fullWidth
          placeholder={t('dashboards.timeBar.search')}
          inputProps={{ 'aria-label': t('dashboards.timeBar.search') }}
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      </div>
      <List
        className={classes.list}
        dense
        aria-label={t('dashboards.timeBar.quickRanges')}
      >
        {found.map(range => (
          <li key={`${range.from} ${range.to}`}>
            <ListItem
              button
              component="div"
              selected={range.from === from && range.to === to}
              onClick={() => {
                timeRange.setRelative(range.from, range.to);
                onDone();
              }}
            >
              <ListItemText primary={range.text} />
            </ListItem>
          </li>
        ))}
      </List>
      {found.length === 0 && (
        <Typography
          className={classes.nothing}
          variant="body2"
          component="p"
          role="status"
        >
          {t('dashboards.timeBar.nothing')}
        </Typography>
      )}
    </div>
  );
}
