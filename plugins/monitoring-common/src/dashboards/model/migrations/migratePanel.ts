import { JsonObject } from '@backstage/types';
import { asObjects } from '../json';
import { migrateDiscrete } from './migrateDiscrete';
import { migrateGraph } from './migrateGraph';
import { migrateHeatmap } from './migrateHeatmap';
import { migrateOldTable } from './migrateOldTable';
import { migratePieChart } from './migratePieChart';
import { migrateSinglestat } from './migrateSinglestat';
import { migratePresentPanel } from './migratePresentPanel';
import { migrateText } from './migrateText';

/**
 * A panel as the present Grafana writes it, whatever version wrote it. What Grafana does when it
 * loads an old dashboard, in our words; the JSON that is given stays as it is.
 *
 * @param schemaVersion - of the dashboard
 */
export function migratePanel(
  json: JsonObject,
  schemaVersion: number,
): JsonObject {
  return migratePresentPanel(migrateType(json, schemaVersion), schemaVersion);
}

/** Types that are no more, and those whose options moved. */
function migrateType(json: JsonObject, schemaVersion: number): JsonObject {
  // Grafana's server changes only the name, and notes the former one for the browser.
  const { autoMigrateFrom } = json;
  switch (autoMigrateFrom ?? json.type) {
    case 'graph':
    case 'graphite':
      return migrateGraph(json);
    case 'singlestat':
    case 'grafana-singlestat-panel':
      return migrateSinglestat(json);
    case 'table-old':
      return migrateOldTable(json);
    case 'table':
      return schemaVersion < 24 &&
        json.table !== 'table2' &&
        Array.isArray(json.styles)
        ? migrateOldTable(withPresentStyles(json, schemaVersion))
        : json;
    case 'grafana-piechart-panel':
      return migratePieChart(json);
    case 'natel-discrete-panel':
      return migrateDiscrete(json);
    case 'heatmap':
    case 'heatmap-new':
      return migrateHeatmap(json);
    case 'text':
    case 'text2':
      return migrateText(json);
    default:
      return json;
  }
}

/**
 * The first of three thresholds was once that of all values, and columns were aligned by what is
 * in them.
 */
function withPresentStyles(
  json: JsonObject,
  schemaVersion: number,
): JsonObject {
  return {
    ...json,
    styles: asObjects(json.styles).map(style => {
      const { thresholds } = style;
      const hasLowest = Array.isArray(thresholds) && thresholds.length >= 3;
      return {
        ...style,
        ...(schemaVersion < 22 && { align: 'auto' }),
        ...(schemaVersion < 10 &&
          hasLowest && { thresholds: thresholds.slice(1) }),
      };
    }),
  };
}
