import { memo, useCallback, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActiveAlert,
  DashboardMark,
  DashboardModel,
  DashboardVariable,
  interpolateVariables,
  PanelModel,
  rangeVariables,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { PanelFrame } from '../PanelFrame';
import { fillLink } from './fillLink';
import { grafanaLink } from './grafanaLinks';
import { PanelAnswers } from './PanelAnswers';
import { durationInWords, PanelTime } from './panelTime';
import { usePanelData } from './usePanelData';

/** What all panels of a dashboard share. */
export interface SharedByPanels {
  answers: PanelAnswers;
  variables: VariableValues;
  definitions: DashboardVariable[];
  timeOf: (panel: PanelModel) => PanelTime;
  pageRange: MonitoringTimeRange;
  /** In the notation of addresses. */
  chosenTime: { from: string; to: string };
  cursorSync: DashboardModel['cursorSync'];
  /** What fires, by the id of the panel that it is about. */
  alerts: ReadonlyMap<number, ActiveAlert[]>;
  marks: DashboardMark[];
  grafanaUrl?: string;
  /** Shows a panel alone; undefined shows the dashboard again. */
  onView: (panel: PanelModel | undefined) => void;
  onCopyLink: (panel: PanelModel) => void;
  onRetry: (panel: PanelModel) => void;
  onZoom: (range: MonitoringTimeRange) => void;
}

/** Props of {@link DashboardPanel}. */
export interface DashboardPanelProps {
  panel: PanelModel;
  shared: SharedByPanels;
  headingLevel: 3 | 4;
  isViewed?: boolean;
}

const NO_ALERTS: ActiveAlert[] = [];
const NO_MARKS: DashboardMark[] = [];

/** A panel with what the dashboard and a repeat set filled in. */
export const DashboardPanel = memo(function DrawnDashboardPanel(
  props: DashboardPanelProps,
) {
  const { panel, shared, isViewed = false } = props;
  const { grafanaUrl, onView, onCopyLink, onRetry } = shared;
  const data = usePanelData(shared.answers, panel.key);
  const title = usePanelTitle(panel, shared);
  const filled = useFilledPanel(panel, shared);
  const marks = useMemo(() => {
    const found = shared.marks.filter(mark => isShownIn(mark, panel.id));
    return found.length > 0 ? found : NO_MARKS;
  }, [shared.marks, panel.id]);

  return (
    <PanelFrame
      panel={panel}
      title={title}
      {...filled}
      data={data}
      definitions={shared.definitions}
      alerts={shared.alerts.get(panel.id) ?? NO_ALERTS}
      marks={marks}
      cursorSync={shared.cursorSync}
      timeRange={shared.pageRange}
      headingLevel={props.headingLevel}
      grafanaUrl={
        grafanaUrl &&
        grafanaLink(grafanaUrl, {
          ...shared.pageRange,
          variables: filled.variables,
          panelId: panel.id,
        })
      }
      isViewed={isViewed}
      onView={useCallback(
        () => onView(isViewed ? undefined : panel),
        [onView, isViewed, panel],
      )}
      onCopyLink={useCallback(() => onCopyLink(panel), [onCopyLink, panel])}
      onRetry={useCallback(() => onRetry(panel), [onRetry, panel])}
      onZoom={shared.onZoom}
    />
  );
});

/** A panel's title with variables filled in; its number when it has none. */
export function usePanelTitle(
  panel: PanelModel,
  shared: Pick<SharedByPanels, 'variables' | 'definitions'>,
): string {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    interpolateVariables(panel.title, {
      variables: shared.variables,
      definitions: shared.definitions,
      scoped: panel.scopedVariables,
      defaultFormat: 'text',
    }).trim() || t('dashboards.panel.untitled', { id: String(panel.id) })
  );
}

function useFilledPanel(panel: PanelModel, shared: SharedByPanels) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { variables, definitions, timeOf, chosenTime, grafanaUrl } = shared;

  return useMemo(() => {
    const own = timeOf(panel);
    const interpolation = {
      variables,
      definitions,
      scoped: panel.scopedVariables,
      builtIns: rangeVariables(own.range),
    };
    const write = (text: string) =>
      interpolateVariables(text, { ...interpolation, defaultFormat: 'text' });
    const info = [
      own.last &&
        t('dashboards.view.lastRange', { duration: durationInWords(own.last) }),
      own.shift && t('dashboards.view.shifted', { duration: own.shift }),
      own.invalid && t('dashboards.view.invalidTime', { text: own.invalid }),
    ].filter(Boolean);
    return {
      variables: withScoped(variables, panel),
      description: panel.description && write(panel.description),
      timeInfo: panel.hideTimeOverride ? undefined : info.join(', '),
      links: panel.links.flatMap(
        link =>
          fillLink(link, { ...interpolation, time: chosenTime, grafanaUrl }) ??
          [],
      ),
    };
  }, [panel, variables, definitions, timeOf, chosenTime, grafanaUrl, t]);
}

/** The values that a panel is drawn with: what a repeat sets goes before what is chosen. */
function withScoped(
  variables: VariableValues,
  { scopedVariables }: PanelModel,
): VariableValues {
  return scopedVariables
    ? {
        ...variables,
        ...Object.fromEntries(
          Object.entries(scopedVariables).map(([name, { value }]) => [
            name,
            value,
          ]),
        ),
      }
    : variables;
}

function isShownIn({ filter }: DashboardMark, panelId: number): boolean {
  return !filter || filter.panelIds.includes(panelId) !== filter.exclude;
}
