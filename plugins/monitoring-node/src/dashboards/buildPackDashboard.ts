import {
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  Panel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { labelValuesVariable, PackVariable } from './labelValuesVariable';

/** Grafana's grid: 24 columns. */
const COLUMNS = 24;
const STAT_HEIGHT = 4;
const PANEL_HEIGHT = 8;
/** Graphs side by side; of more, there are several lines, of three each: axes and legends need room. */
const MOST_SIDE_BY_SIDE = 4;
const SIDE_BY_SIDE = 3;

/**
 * What a dashboard of a pack is made of.
 *
 * @public
 */
export interface PackDashboardOptions {
  title: string;
  description: string;
  tags?: string[];
  /** What its reader may narrow it to. */
  variables?: PackVariable[];
  /** First row: the numbers that matter, side by side; at most six. */
  stats: Panel[];
  /** Below: rate, errors, duration, saturation, up to four side by side. */
  rows: { title: string; panels: Panel[] }[];
}

/** Side by side over the whole width; where it cannot be shared evenly, some are a column wider. */
function place(panels: Panel[], y: number, height: number): Panel[] {
  const left = (index: number) => Math.floor((index * COLUMNS) / panels.length);
  return panels.map((panel, index) => ({
    ...panel,
    gridPos: {
      x: left(index),
      y,
      w: left(index + 1) - left(index),
      h: height,
    },
  }));
}

function linesOf(panels: Panel[]): Panel[][] {
  if (panels.length <= MOST_SIDE_BY_SIDE) {
    return [panels];
  }
  return Array.from(
    { length: Math.ceil(panels.length / SIDE_BY_SIDE) },
    (_, index) =>
      panels.slice(index * SIDE_BY_SIDE, (index + 1) * SIDE_BY_SIDE),
  );
}

function header(id: number, title: string, y: number): Panel {
  return {
    id,
    type: 'row',
    title,
    collapsed: false,
    gridPos: { x: 0, y, w: COLUMNS, h: 1 },
    panels: [],
  } as unknown as Panel;
}

/**
 * Lays a pack's panels out on the shared grid: a first row of numbers, then one row per subject.
 * Deterministic: the same options give the same JSON.
 *
 * @returns Grafana dashboard JSON, v1, without `uid`, `id` and `version`
 * @public
 */
export function buildPackDashboard(
  options: PackDashboardOptions,
): Record<string, unknown> {
  const builder = new DashboardBuilder(options.title)
    .description(options.description)
    .tags(options.tags ?? [])
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .editable()
    .withVariable(
      new DatasourceVariableBuilder('datasource')
        .label('Data source')
        .type('prometheus'),
    );
  for (const variable of options.variables ?? []) {
    builder.withVariable(labelValuesVariable(variable));
  }

  const panels: Panel[] = place(options.stats, 0, STAT_HEIGHT);
  let y = options.stats.length > 0 ? STAT_HEIGHT : 0;
  options.rows.forEach((row, index) => {
    // Rows count from 1000, so that adding a panel renames none of them.
    panels.push(header(1_000 + index, row.title, y));
    y += 1;
    for (const line of linesOf(row.panels)) {
      panels.push(...place(line, y, PANEL_HEIGHT));
      y += PANEL_HEIGHT;
    }
  });

  const { id, uid, version, ...model } = JSON.parse(
    JSON.stringify({ ...builder.build(), panels }),
  );
  return model;
}
