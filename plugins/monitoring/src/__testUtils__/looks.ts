import {
  dashboardPanels,
  DataFrame,
  PanelModel,
  PanelQueryResult,
  parseDashboard,
  preparePanelData,
} from '@sightline/backstage-plugin-monitoring-common';
import answers from '../components/dashboards/__fixtures__/looks/answers.json';
import gallery from '../components/dashboards/__fixtures__/looks/gallery.json';
import texts from '../components/dashboards/__fixtures__/looks/texts.json';
import { MonitoringTimeRange } from '../api';

/** What Grafana says on a panel. */
export interface LooksTexts {
  /** Line by line; cells are divided by tabs. */
  text: string[];
  /** Cells of a table. */
  rows: string[][];
  /** Cells of a legend that is a table. */
  legendRows: string[][];
}

/** A panel of the gallery, its data, and what Grafana says on it. */
export interface LooksPanel {
  panel: PanelModel;
  result: PanelQueryResult;
  frames: DataFrame[];
  /** Absent for the gauges, which were not recorded. */
  texts: LooksTexts | undefined;
  range: MonitoringTimeRange;
}

/** The time that the gallery was drawn at. */
export const LOOKS_RANGE: MonitoringTimeRange = {
  from: Date.UTC(2026, 0, 1, 1),
  to: Date.UTC(2026, 0, 1, 5),
};

/** One of the panels 1..39 of the gallery that a real Grafana drew. */
export function looksPanel(id: number): LooksPanel {
  const panel = dashboardPanels(parseDashboard(gallery)).find(
    one => one.id === id,
  );
  const result = (answers as unknown as Record<string, PanelQueryResult>)[id];
  if (!panel || !result) {
    throw new Error(`The gallery has no panel ${id}`);
  }
  return {
    panel,
    result,
    frames: preparePanelData(panel, result, { variables: {}, timeZone: 'utc' }),
    texts: (texts as unknown as (LooksTexts & { id: number })[]).find(
      one => one.id === id,
    ),
    range: LOOKS_RANGE,
  };
}
