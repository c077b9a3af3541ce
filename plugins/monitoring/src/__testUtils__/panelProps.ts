import {
  PanelQueryResult,
  preparePanelData,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelProps } from '../components/dashboards/types';
import { aPanel, aResult, STORY_RANGE } from './dashboards';
import { looksPanel } from './looks';

/** What a panel of the JSON is given when its only query has these answers. */
export function aPanelProps(
  json: Record<string, unknown>,
  values: Record<string, (number | null)[]> = {},
): PanelProps {
  return propsOf(aPanel(json), aResult(values));
}

/** What one of the panels 1..39 of the gallery is given; see {@link looksPanel}. */
export function looksProps(id: number): PanelProps {
  const { panel, result, range } = looksPanel(id);
  return { ...propsOf(panel, result), range };
}

function propsOf(
  panel: PanelProps['panel'],
  result: PanelQueryResult,
): PanelProps {
  return {
    panel,
    title: panel.title,
    frames: preparePanelData(panel, result, {
      variables: {},
      timeZone: 'UTC',
    }),
    range: STORY_RANGE,
    variables: {},
    alerts: [],
    marks: [],
    cursorSync: 'off',
    onZoom: () => {},
  };
}
