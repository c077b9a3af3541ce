import { PanelSeries } from '../series';

/**
 * What a chart has to be made again for: other series, other axes, another way of drawing. Values,
 * colours and times are not among it.
 */
export function chartSignature(series: PanelSeries[]): string {
  return JSON.stringify(
    series.map(({ name, style, config }) => {
      const { unit, decimals, min, max, color, thresholds, mappings } = config;
      return [
        name,
        style,
        [unit, decimals, min, max, color?.mode, thresholds, mappings.length],
      ];
    }),
  );
}
