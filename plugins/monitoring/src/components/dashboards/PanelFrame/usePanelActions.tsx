import { KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DataFrame } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { isQueried } from '../types';
import type { PanelFrameProps } from './PanelFrame';
import { PanelState } from './panelState';

/** Names of pictures: they themselves are loaded with the menu. */
export type PanelActionIcon =
  | 'code'
  | 'dashboard'
  | 'download'
  | 'fullscreen'
  | 'graph'
  | 'link'
  | 'open'
  | 'refresh'
  | 'table';

/** Something that can be done with a panel. */
export interface PanelAction {
  id: string;
  icon: PanelActionIcon;
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
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { panel, title, grafanaUrl, isViewed } = props;
  const { onView, onRetry, onCopyLink } = props;
  const { state, isTable, setTable, showQueries } = now;
  const latest = useRef({ frames: now.frames, range: props.data.range });
  latest.current = { frames: now.frames, range: props.data.range };
  const isAsked = isQueried(panel);
  const hasData = state === 'data';
  const hasTable = hasData && panel.kind !== 'table';

  return useMemo(() => {
    const actions: (PanelAction | false)[] = [
      {
        id: 'view',
        icon: isViewed ? 'dashboard' : 'fullscreen',
        text: isViewed ? t('dashboards.view.back') : t('dashboards.panel.view'),
        letter: 'v',
        run: onView,
      },
      hasTable && {
        id: 'table',
        icon: isTable ? 'graph' : 'table',
        text: isTable
          ? t('dashboards.panel.asGraph')
          : t('dashboards.panel.asTable'),
        letter: 't',
        run: () => setTable(!isTable),
      },
      isAsked && {
        id: 'queries',
        icon: 'code',
        text: t('dashboards.panel.queries'),
        letter: 'q',
        run: showQueries,
      },
      isAsked && {
        id: 'refresh',
        icon: 'refresh',
        text: t('dashboards.panel.refresh'),
        letter: 'r',
        run: onRetry,
      },
      {
        id: 'link',
        icon: 'link',
        text: t('dashboards.panel.copyLink'),
        letter: 'c',
        run: onCopyLink,
      },
      hasData && {
        id: 'csv',
        icon: 'download',
        text: t('dashboards.panel.csv'),
        letter: 'd',
        run: () => {
          const { frames, range } = latest.current;
          if (range) {
            // Joining series by their times is code that only this needs.
            import('./downloadCsv').then(({ downloadCsv }) =>
              downloadCsv({ title, panel, frames, range }),
            );
          }
        },
      },
      grafanaUrl !== undefined && {
        id: 'grafana',
        icon: 'open',
        text: t('dashboards.panel.openInGrafana'),
        href: grafanaUrl,
        run: () => {},
      },
    ];
    return actions.filter((one): one is PanelAction => one !== false);
  }, [
    t,
    title,
    panel,
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
