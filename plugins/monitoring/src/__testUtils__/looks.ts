import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dashboardPanels,
  DataFrame,
  PanelModel,
  PanelQueryResult,
  parseDashboard,
  preparePanelData,
} from '@sightline/backstage-plugin-monitoring-common';
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

const FOLDER = join(__dirname, '../components/dashboards/__fixtures__/looks');

// Read, not imported: the compiler would work out the type of a megabyte of JSON.
const gallery = read<unknown>('gallery.json');
const answers = read<Record<string, PanelQueryResult>>('answers.json');
const texts = read<(LooksTexts & { id: number })[]>('texts.json');

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

/** One of the panels 1..39 of the gallery that a real Grafana drew. */
export function looksPanel(id: number): LooksPanel {
  const panel = dashboardPanels(parseDashboard(gallery)).find(
    one => one.id === id,
  );
  const result = answers[id];
  if (!panel || !result) {
    throw new Error(`The gallery has no panel ${id}`);
  }
  return {
    panel,
    result,
    frames: preparePanelData(panel, result, { variables: {}, timeZone: 'utc' }),
    texts: texts.find(one => one.id === id),
    range: LOOKS_RANGE,
  };
}
