import type { PanelFrameProps } from '../components/dashboards/PanelFrame';
import { aPanel, aResult, STORY_RANGE } from './dashboards';

/** A panel with its answer, as the dashboard frames it. */
export function aPanelFrame(
  changes: Partial<PanelFrameProps> = {},
): PanelFrameProps {
  return {
    panel: aPanel(),
    title: 'Upload rate',
    data: {
      isLoading: false,
      range: STORY_RANGE,
      result: aResult({ succeeded: [17, 18, null], failed: [0, 1, 1.5] }),
    },
    variables: {},
    definitions: [],
    timeRange: STORY_RANGE,
    alerts: [],
    marks: [],
    cursorSync: 'off',
    links: [],
    headingLevel: 3,
    isViewed: false,
    onView: () => {},
    onCopyLink: () => {},
    onRetry: () => {},
    onZoom: () => {},
    ...changes,
  };
}
