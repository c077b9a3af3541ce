import { DataField } from '@sightline/backstage-plugin-monitoring-common';

/** How the bars of a field are drawn; what is missing gets Grafana's default. */
export function barStyle({ config }: Pick<DataField, 'config'>): {
  /** Percent, 0..100. */
  fillOpacity: number;
  /** Pixels. */
  lineWidth: number;
} {
  const { fillOpacity, lineWidth } = config.custom;
  return {
    fillOpacity: numberWithin(fillOpacity, 80, 100),
    lineWidth: numberWithin(lineWidth, 1, 10),
  };
}

function numberWithin(value: unknown, usual: number, most: number): number {
  return typeof value === 'number' ? Math.min(most, Math.max(0, value)) : usual;
}
