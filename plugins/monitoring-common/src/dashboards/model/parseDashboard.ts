import { JsonObject } from '@backstage/types';
import { DashboardModel, DashboardSection, PanelModel } from '../types';
import { asNumber, asObject, asObjects, asText, asTexts } from './json';
import { parsePanel } from './parsePanel';
import { placePanels } from './placePanels';
import { parseVariable } from './parseVariable';

const CURSOR_SYNC = ['off', 'crosshair', 'tooltip'] as const;

/**
 * A Grafana dashboard (v1 JSON) as Sightline understands it.
 *
 * @remarks
 * Total: whatever the JSON holds, the result has everything that could be understood, and
 * panels that could not be are `unsupported`.
 *
 * @param json - the dashboard itself, or Grafana's answer with the dashboard inside
 * @public
 */
export function parseDashboard(json: unknown): DashboardModel {
  const outer = asObject(json);
  const dashboard = 'dashboard' in outer ? asObject(outer.dashboard) : outer;
  const { from, to } = asObject(dashboard.time);
  return {
    uid: asText(dashboard.uid),
    title: asText(dashboard.title) ?? 'Untitled dashboard',
    tags: asTexts(dashboard.tags),
    time: { from: asText(from) ?? 'now-6h', to: asText(to) ?? 'now' },
    refresh: asText(dashboard.refresh),
    variables: asObjects(asObject(dashboard.templating).list).flatMap(
      variable => parseVariable(variable) ?? [],
    ),
    annotations: [],
    links: [],
    cursorSync: CURSOR_SYNC[asNumber(dashboard.graphTooltip) ?? 0] ?? 'off',
    timezone: asText(dashboard.timezone),
    description: asText(dashboard.description),
    sections: parseSections(dashboard),
  };
}

/**
 * All panels of a dashboard, row by row.
 *
 * @public
 */
export function dashboardPanels(dashboard: DashboardModel): PanelModel[] {
  return dashboard.sections.flatMap(section => section.panels);
}

function parseSections(dashboard: JsonObject): DashboardSection[] {
  const rows = asObjects(dashboard.rows);
  const entries = rows.length
    ? entriesOfRows(rows)
    : asObjects(dashboard.panels);
  const nextId = idGiver(entries);
  const sections: DashboardSection[] = [
    { id: 'top', collapsed: false, panels: [] },
  ];
  for (const entry of [...entries].sort(byPosition)) {
    if (entry.type === 'row') {
      sections.push({
        id: `row-${nextId(entry)}`,
        title: asText(entry.title) ?? '',
        collapsed: entry.collapsed === true,
        repeat: asText(entry.repeat),
        panels: asObjects(entry.panels)
          .sort(byPosition)
          .map(panel => parsePanel(panel, nextId(panel))),
      });
    } else {
      sections[sections.length - 1].panels.push(
        parsePanel(entry, nextId(entry)),
      );
    }
  }
  return sections
    .filter(({ title, panels }) => title !== undefined || panels.length > 0)
    .map(section => ({ ...section, panels: placed(section.panels) }));
}

function placed(panels: PanelModel[]): PanelModel[] {
  const places = placePanels(panels.map(({ gridPos }) => gridPos));
  return panels.map((panel, at) => ({ ...panel, gridPos: places[at] }));
}

/** Before Grafana 5, panels lay in rows and had a width in twelfths. */
function entriesOfRows(rows: JsonObject[]): JsonObject[] {
  let y = 0;
  return rows.flatMap(row => {
    const height = Math.round((asNumber(row.height) ?? 250) / 38) || 7;
    const top = y;
    let x = 0;
    y += 1;
    const panels = asObjects(row.panels).map(panel => {
      const w = Math.round((asNumber(panel.span) ?? 4) * 2);
      if (x + w > 24) {
        x = 0;
        y += height;
      }
      const placed = { ...panel, gridPos: { x, y, w, h: height } };
      x += w;
      return placed;
    });
    y += height;
    return [
      {
        type: 'row',
        title: row.showTitle === false ? '' : row.title,
        collapsed: row.collapse === true,
        repeat: row.repeat,
        gridPos: { x: 0, y: top, w: 24, h: 1 },
        panels,
      },
    ];
  });
}

function byPosition(a: JsonObject, b: JsonObject): number {
  const [one, other] = [asObject(a.gridPos), asObject(b.gridPos)];
  return (
    (asNumber(one.y) ?? 0) - (asNumber(other.y) ?? 0) ||
    (asNumber(one.x) ?? 0) - (asNumber(other.x) ?? 0)
  );
}

/** Gives each panel its own id, or a free one when it has none or shares it. */
function idGiver(entries: JsonObject[]): (entry: JsonObject) => number {
  const all = entries.flatMap(entry => [entry, ...asObjects(entry.panels)]);
  let free = all.reduce((most, entry) => Math.max(most, ownId(entry) ?? 0), 0);
  const given = new Set<number>();
  return entry => {
    const own = ownId(entry);
    const id = own !== undefined && !given.has(own) ? own : ++free;
    given.add(id);
    return id;
  };
}

/** Grafana counts panels from 1; what is beyond 32 bits is none of its numbers. */
function ownId(entry: JsonObject): number | undefined {
  const id = asNumber(entry.id);
  return id !== undefined && Number.isInteger(id) && id > 0 && id < 2 ** 31
    ? id
    : undefined;
}
