import { JsonObject } from '@backstage/types';
import { DashboardSection } from '../../types';
import { DashboardContext } from '../DashboardContext';
import { giveIds } from '../giveIds';
import { asNumber, asObject, asObjects, asText } from '../json';
import { parsePanel } from '../parsePanel';
import { panelsOfRows } from './panelsOfRows';

/**
 * The rows of a dashboard with their panels, in the order of the page.
 *
 * @remarks
 * Panels below an open row are its own until the next row; those of a collapsed row are in it, and
 * what follows it is in none.
 */
export function sectionsOfPanels(
  dashboard: JsonObject,
  context: DashboardContext,
): DashboardSection[] {
  const entries = entriesOf(dashboard, context.schemaVersion);
  const nextId = giveIds(
    entries.flatMap(entry => [entry, ...asObjects(entry.panels)]),
  );
  const parse = (panel: JsonObject) =>
    parsePanel(panel, nextId(panel), context);

  const sections: DashboardSection[] = [
    { id: 'top', collapsed: false, panels: [] },
  ];
  for (const entry of [...entries].sort(byPosition)) {
    if (entry.type === 'row') {
      const id = `row-${nextId(entry)}`;
      const collapsed = entry.collapsed === true;
      sections.push({
        id,
        title: asText(entry.title) ?? '',
        collapsed,
        repeat: asText(entry.repeat),
        panels: withoutCopies(asObjects(entry.panels), context.schemaVersion)
          .sort(byPosition)
          .map(parse),
      });
      if (collapsed) {
        sections.push({ id: `after-${id}`, collapsed: false, panels: [] });
      }
    } else {
      sections[sections.length - 1].panels.push(parse(entry));
    }
  }
  return sections.filter(
    ({ title, panels }) => title !== undefined || panels.length > 0,
  );
}

function entriesOf(dashboard: JsonObject, version: number): JsonObject[] {
  const panels = withoutCopies(asObjects(dashboard.panels), version);
  const rows = asObjects(dashboard.rows);
  if (!rows.length || (version >= 16 && panels.length > 0)) {
    return panels;
  }
  const all = [...panels, ...rows.flatMap(row => asObjects(row.panels))];
  const nextId = giveIds(all);
  all.forEach(nextId);
  return [...panels, ...panelsOfRows(rows, nextId)];
}

/** Dashboards were saved with the copies that repeats had made; they are made again. */
function withoutCopies(panels: JsonObject[], version: number): JsonObject[] {
  const repeated = new Set(
    panels.filter(({ repeat }) => repeat).map(({ id }) => asNumber(id)),
  );
  return panels.filter(({ repeatPanelId, repeatByRow }) => {
    const isCopy = Boolean(repeatPanelId || repeatByRow);
    return !isCopy || (version >= 27 && !repeated.has(asNumber(repeatPanelId)));
  });
}

function byPosition(a: JsonObject, b: JsonObject): number {
  const [one, other] = [asObject(a.gridPos), asObject(b.gridPos)];
  return (
    (asNumber(one.y) ?? 0) - (asNumber(other.y) ?? 0) ||
    (asNumber(one.x) ?? 0) - (asNumber(other.x) ?? 0)
  );
}
