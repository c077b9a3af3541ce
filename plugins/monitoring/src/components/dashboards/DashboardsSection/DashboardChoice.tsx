import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { DashboardSummary } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';

/** Tabs beyond these hide each other on a phone. */
const MOST_TABS_ON_PHONES = 2;

const useStyles = makeStyles(theme => ({
  select: {
    margin: theme.spacing(1.5, 2.5),
    width: `calc(100% - ${theme.spacing(5)}px)`,
  },
}));

/** Props of {@link DashboardChoice}. */
export interface DashboardChoiceProps {
  items: DashboardSummary[];
  /** Uid of the dashboard that is shown. */
  chosen: string;
  /** Id of the element that holds it. */
  panelId: string;
  onChange: (uid: string) => void;
}

/** Chooses one of the dashboards: by tabs that scroll, from a list on phones. */
export function DashboardChoice(props: DashboardChoiceProps) {
  const { items, chosen, panelId, onChange } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const isPhone = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));

  if (isPhone && items.length > MOST_TABS_ON_PHONES) {
    return (
      <TextField
        className={classes.select}
        select
        size="small"
        variant="outlined"
        margin="none"
        id={`${panelId}-choice`}
        label={t('dashboards.choose')}
        value={chosen}
        onChange={event => onChange(event.target.value)}
      >
        {items.map(({ uid, title }) => (
          <MenuItem key={uid} value={uid}>
            {title}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <Tabs
      value={chosen}
      onChange={(_, uid: string) => onChange(uid)}
      variant="scrollable"
      scrollButtons="auto"
      indicatorColor="primary"
      aria-label={t('dashboards.tabs')}
    >
      {items.map(({ uid, title }) => (
        <Tab
          key={uid}
          value={uid}
          label={title}
          aria-controls={uid === chosen ? panelId : undefined}
        />
      ))}
    </Tabs>
  );
}
