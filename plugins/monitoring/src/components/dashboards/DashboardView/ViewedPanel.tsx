import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';
import SearchIcon from '@material-ui/icons/Search';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { CenteredMessage } from '../../CenteredMessage';
import { DashboardPanel, SharedByPanels } from './DashboardPanel';
import { useEscape } from './useEscape';

const useStyles = makeStyles(theme => ({
  back: {
    alignSelf: 'flex-start',
    '@media print': { display: 'none' },
  },
  panel: {
    height: '70vh',
    minHeight: 320,
    marginTop: theme.spacing(0.5),
  },
}));

/** Props of {@link ViewedPanel}. */
export interface ViewedPanelProps {
  /** As the address names it. */
  name: string;
  /** Absent when the dashboard has none of that name. */
  panel?: PanelModel;
  shared: SharedByPanels;
}

/** One panel alone, large. */
export function ViewedPanel(props: ViewedPanelProps) {
  const { panel, shared } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const panelRef = useRef<HTMLDivElement>(null);
  const back = () => shared.onView(undefined);

  useEscape(true, back);
  useEffect(() => {
    // Much may be above it on the page; browsers without layout cannot scroll.
    panelRef.current?.scrollIntoView?.({ block: 'nearest' });
    panelRef.current
      ?.querySelector<HTMLElement>('[data-panel-key]')
      ?.focus({ preventScroll: true });
  }, [panel?.key]);

  return (
    <>
      <Button
        className={classes.back}
        size="small"
        startIcon={<ArrowBackIcon />}
        onClick={back}
      >
        {t('dashboards.view.back')}
      </Button>
      {panel ? (
        <div ref={panelRef} className={classes.panel}>
          <DashboardPanel
            panel={panel}
            shared={shared}
            headingLevel={3}
            isViewed
          />
        </div>
      ) : (
        <CenteredMessage
          Icon={SearchIcon}
          title={t('dashboards.view.notFound', { panel: props.name })}
          text={t('dashboards.view.notFoundHelp')}
        />
      )}
    </>
  );
}
