import { KeyboardEvent, ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CodeIcon from '@material-ui/icons/Code';
import DashboardIcon from '@material-ui/icons/DashboardOutlined';
import FullscreenIcon from '@material-ui/icons/Fullscreen';
import LinkIcon from '@material-ui/icons/Link';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import RefreshIcon from '@material-ui/icons/Refresh';
import ShowChartIcon from '@material-ui/icons/ShowChart';
import TableChartIcon from '@material-ui/icons/TableChartOutlined';
import { DataFrame } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { isQueried } from '../types';
import type { PanelFrameProps } from './PanelFrame';
import { PanelState } from './panelState';

/** Something that can be done with a panel. */
export interface PanelAction {
  id: string;
  icon: ReactElement;
  text: string;
  /** The letter that does it while the panel has the focus. */
  letter?: string;
  /** Leads to another page; `run` does nothing then. */
  href?: string;
  run: () => void;
}

/** What {@link usePanelActions} needs to know of the panel's state. */
export interface PanelActionsState {
  state: PanelState;
  frames: DataFrame[];
  isTable: boolean;
  setTable: (isTable: boolean) => void;
  showQueries: () => void;
}

/** What can be done with a panel, in the order of its menu. */
export function usePanelActions(
  props: PanelFrameProps,
  now: PanelActionsState,
): PanelAction[] {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const { panel, grafanaUrl } = props;
  const actions: PanelAction[] = [
    {
      id: 'view',
      icon: props.isViewed ? <DashboardIcon /> : <FullscreenIcon />,
      text: props.isViewed
        ? t('dashboards.panel.backToDashboard')
        : t('dashboards.panel.view'),
      letter: 'v',
      run: props.onView,
    },
  ];
  if (now.state === 'data' && panel.kind !== 'table') {
    actions.push({
      id: 'table',
      icon: now.isTable ? <ShowChartIcon /> : <TableChartIcon />,
      text: now.isTable
        ? t('dashboards.panel.asGraph')
        : t('dashboards.panel.asTable'),
      letter: 't',
      run: () => now.setTable(!now.isTable),
    });
  }
  if (isQueried(panel)) {
    actions.push(
      {
        id: 'queries',
        icon: <CodeIcon />,
        text: t('dashboards.panel.queries'),
        letter: 'q',
        run: now.showQueries,
      },
      {
        id: 'refresh',
        icon: <RefreshIcon />,
        text: t('dashboards.panel.refresh'),
        letter: 'r',
        run: props.onRetry,
      },
    );
  }
  actions.push({
    id: 'link',
    icon: <LinkIcon />,
    text: t('dashboards.panel.copyLink'),
    letter: 'c',
    run: props.onCopyLink,
  });
  if (grafanaUrl) {
    actions.push({
      id: 'grafana',
      icon: <OpenInNewIcon />,
      text: t('dashboards.panel.openInGrafana'),
      href: grafanaUrl,
      run: () => {},
    });
  }
  return actions;
}

/** The action of a key that was pressed within a panel, when it means one. */
export function actionOfKey(
  actions: PanelAction[],
  event: KeyboardEvent<HTMLElement>,
): PanelAction | undefined {
  const target = event.target as HTMLElement;
  if (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    // Dialogs and menus of the panel lie elsewhere on the page.
    !event.currentTarget.contains(target) ||
    target.closest('input, textarea, select, [contenteditable]')
  ) {
    return undefined;
  }
  return actions.find(
    ({ letter }) => letter !== undefined && letter === event.key,
  );
}
