import { PanelFrame } from '@sightline/backstage-plugin-monitoring-common';

type WireValue = PanelFrame['series'][number]['values'][number];

/** JSON knows neither NaN nor infinity; they travel as text. */
export function wireValue(value: number): WireValue {
  if (Number.isFinite(value)) {
    return value;
  }
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  return value > 0 ? '+Inf' : '-Inf';
}
