import { KeyboardEvent, ReactElement, useMemo, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CodeIcon from '@material-ui/icons/Code';
import DashboardIcon from '@material-ui/icons/DashboardOutlined';
import FullscreenIcon from '@material-ui/icons/Fullscreen';
import GetAppIcon from '@material-ui/icons/GetApp';
import LinkIcon from '@material-ui/icons/Link';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import RefreshIcon from '@material-ui/icons/Refresh';
import ShowChartIcon from '@material-ui/icons/ShowChart';
import TableChartIcon from '@material-ui/icons/TableChartOutlined';
import { DataFrame } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { isQueried } from '../types';
import { downloadCsv } from './downloadCsv';
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
  const { panel, title, grafanaUrl, isViewed } = props;
  const { onView, onRetry, onCopyLink } = props;
  const { state, isTable, setTable, showQueries } = now;
  const frames = useRef(now.frames);
  frames.current = now.frames;
  const isAsked = isQueried(panel);
  const hasData = state === 'data';
  const hasTable = hasData && panel.kind !== 'table';

  return useMemo(() => {
    const actions: (PanelAction | false)[] = [
      {
        id: 'view',
        icon: isViewed ? <DashboardIcon /> : <FullscreenIcon />,
        text: isViewed ? t('dashboards.view.back') : t('dashboards.panel.view'),
        letter: 'v',
        run: onView,
      },
      hasTable && {
        id: 'table',
        icon: isTable ? <ShowChartIcon /> : <TableChartIcon />,
        text: isTable
          ? t('dashboards.panel.asGraph')
          : t('dashboards.panel.asTable'),
        letter: 't',
        run: () => setTable(!isTable),
      },
      isAsked && {
        id: 'queries',
        icon: <CodeIcon />,
        text: t('dashboards.panel.queries'),
        letter: 'q',
        run: showQueries,
      },
      isAsked && {
        id: 'refresh',
        icon: <RefreshIcon />,
        text: t('dashboards.panel.refresh'),
        letter: 'r',
        run: onRetry,
      },
      {
        id: 'link',
        icon: <LinkIcon />,
        text: t('dashboards.panel.copyLink'),
        letter: 'c',
        run: onCopyLink,
      },
      hasData && {
        id: 'csv',
        icon: <GetAppIcon />,
        text: t('dashboards.panel.csv'),
        letter: 'd',
        run: () => downloadCsv(title, frames.current),
      },
      grafanaUrl !== undefined && {
        id: 'grafana',
        icon: <OpenInNewIcon />,
        text: t('dashboards.panel.openInGrafana'),
        href: grafanaUrl,
        run: () => {},
      },
    ];
    return actions.filter((one): one is PanelAction => one !== false);
  }, [
    t,
    title,
    isViewed,
    hasData,
    hasTable,
    isTable,
    isAsked,
    grafanaUrl,
    onView,
    onRetry,
    onCopyLink,
    setTable,
    showQueries,
  ]);
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
