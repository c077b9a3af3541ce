import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringDashboardsTranslationRef } from '../../../translation';

const useStyles = makeStyles({
  root: {
    minHeight: 40,
    '@media print': { display: 'none' },
  },
  tab: {
    minHeight: 40,
    textTransform: 'none',
  },
});

/** A tab of a dashboard, with variables replaced in its title. */
export interface TitledTab {
  id: string;
  title: string;
  /** Stands for it in the address, as in Grafana. */
  slug: string;
}

/** Props of {@link DashboardTabs}. */
export interface DashboardTabsProps {
  tabs: TitledTab[];
  /** Id of the tab that is shown. */
  chosen: string;
  /** Id of the element that holds it. */
  panelId: string;
  onChange: (tab: TitledTab) => void;
}

/** The parts of a dashboard that has tabs. */
export function DashboardTabs(props: DashboardTabsProps) {
  const { tabs, chosen, panelId, onChange } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  return (
    <Tabs
      className={classes.root}
      value={chosen}
      onChange={(_, id: string) => {
        const tab = tabs.find(one => one.id === id);
        if (tab) {
          onChange(tab);
        }
      }}
      variant="scrollable"
      scrollButtons="auto"
      indicatorColor="primary"
      aria-label={t('dashboards.view.tabs')}
    >
      {tabs.map(({ id, title }) => (
        <Tab
          key={id}
          className={classes.tab}
          value={id}
          label={title || t('dashboards.view.untitledTab')}
          aria-controls={id === chosen ? panelId : undefined}
        />
      ))}
    </Tabs>
  );
}
