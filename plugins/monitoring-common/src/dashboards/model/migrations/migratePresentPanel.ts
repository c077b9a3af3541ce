import { JsonObject } from '@backstage/types';
import { asNumber } from '../json';
import { migrateDashboardList } from './migrateDashboardList';
import { migrateFieldConfig } from './migrateFieldConfig';
import { migrateFigure } from './migrateFigure';
import { migrateTable } from './migrateTable';
import { migrateTimeSeries } from './migrateTimeSeries';
import { migrateTransformations } from './migrateTransformations';

/** The numbers that divide Grafana's 24 columns. */
const FACTORS = [1, 2, 3, 4, 6, 8, 12, 24];

/**
 * A panel of a type that Grafana still has, as the present Grafana writes it.
 *
 * @param schemaVersion - of the dashboard
 */
export function migratePresentPanel(
  json: JsonObject,
  schemaVersion: number,
): JsonObject {
  const panel = migrateRepeat(
    migrateFieldConfig(migrateTransformations(json, schemaVersion)),
  );
  switch (panel.type) {
    case 'timeseries':
      return migrateTimeSeries(panel, schemaVersion);
    case 'stat':
    case 'gauge':
    case 'bargauge':
      return migrateFieldConfig(migrateFigure(panel));
    case 'table':
      return migrateTable(panel);
    case 'dashlist':
      return migrateDashboardList(panel);
    default:
      return panel;
  }
}

/** How narrow a copy may become once said how many lie beside each other. */
function migrateRepeat(json: JsonObject): JsonObject {
  const minSpan = asNumber(json.minSpan);
  return minSpan && minSpan > 1
    ? {
        ...json,
        maxPerRow: FACTORS.findLast(factor => factor <= 24 / minSpan) ?? 1,
      }
    : json;
}
