import { JsonObject } from '@backstage/types';
import { asNumber, asObject } from '../json';
import { legendReducers } from './oldReducers';
import { withoutEmpty } from './withoutEmpty';

/** The legend's options of what was a graph before Grafana 7. */
export function graphLegend(json: JsonObject): JsonObject {
  const legend = asObject(json.legend);
  const isSet = Object.keys(legend).length > 0;
  return withoutEmpty({
    displayMode: legend.show && legend.alignAsTable ? 'table' : 'list',
    showLegend: !isSet || Boolean(legend.show),
    placement: legend.rightSide ? 'right' : 'bottom',
    calcs: legend.values ? legendReducers(legend) : [],
    width: asNumber(legend.sideWidth) || undefined,
  });
}
