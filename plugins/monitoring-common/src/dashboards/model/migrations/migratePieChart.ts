import { JsonObject } from '@backstage/types';
import { asNumber, asObject, asText } from '../json';
import { aliasColorOverrides } from './graphOverrides';
import { presentReducer } from './oldReducers';
import { withoutEmpty } from './withoutEmpty';

/** The pie chart of a plugin of before Grafana 8. */
export function migratePieChart(json: JsonObject): JsonObject {
  const legend = asObject(json.legend);
  const isOnGraph = json.legendType === 'On graph';
  const calculation = presentReducer(asText(json.valueName));
  const figures = [
    ...(legend.values ? ['value'] : []),
    ...(legend.percentage ? ['percent'] : []),
  ];
  return {
    ...json,
    type: 'piechart',
    options: withoutEmpty({
      legend: {
        placement: json.legendType === 'Under graph' ? 'bottom' : 'right',
        values: figures,
        displayMode: 'table',
        showLegend: legend.show !== false && !isOnGraph,
        calcs: [],
      },
      reduceOptions: calculation ? { calcs: [calculation] } : undefined,
      pieType: json.pieType === 'donut' ? 'donut' : 'pie',
      displayLabels: isOnGraph ? ['name', ...figures] : undefined,
    }),
    fieldConfig: {
      defaults: withoutEmpty({
        unit: asText(json.format),
        // The plugin showed none, its successor one.
        decimals: asNumber(json.decimals) ?? 0,
      }),
      overrides: aliasColorOverrides(json.aliasColors),
    },
  };
}
