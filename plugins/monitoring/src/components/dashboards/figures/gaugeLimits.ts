import { FieldConfig } from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries } from '../series';

/** Where the scale of a gauge begins and ends. */
export interface GaugeLimits {
  min: number;
  max: number;
}

const FULL: Record<string, number> = { percent: 100, percentunit: 1 };

/**
 * The scale of a gauge: as the author says, the whole for percentages, else from zero to the
 * largest value of all series, so that several gauges can be compared.
 */
export function gaugeLimits(
  config: Pick<FieldConfig, 'min' | 'max' | 'unit'>,
  series: Pick<PanelSeries, 'values'>[],
): GaugeLimits {
  let [lowest, highest] = [0, -Infinity];
  for (const { values } of series) {
    for (const value of values) {
      if (value !== null && Number.isFinite(value)) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
  }
  const min = config.min ?? lowest;
  const max =
    config.max ??
    FULL[config.unit ?? ''] ??
    (Number.isFinite(highest) ? highest : min + 1);
  return { min, max: max > min ? max : min + 1 };
}

/** How far along the scale a value is: 0..1. */
export function gaugeShare(
  value: number | undefined,
  { min, max }: GaugeLimits,
): number {
  return value === undefined || Number.isNaN(value)
    ? 0
    : Math.min(1, Math.max(0, (value - min) / (max - min)));
}
