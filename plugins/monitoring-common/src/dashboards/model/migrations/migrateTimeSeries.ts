import { JsonObject } from '@backstage/types';
import { asObject, asObjects } from '../json';

/** A time series of Grafana 7.4 to 8. */
export function migrateTimeSeries(
  json: JsonObject,
  schemaVersion: number,
): JsonObject {
  const { tooltipOptions, ...options } = asObject(json.options);
  const { defaults, overrides } = asObject(json.fieldConfig);
  const { axisPlacement } = asObject(asObject(defaults).custom);
  // "Hidden" was once about the axis of values alone.
  const keepsTime = schemaVersion < 35 && axisPlacement === 'hidden';
  return {
    ...json,
    options: tooltipOptions ? { ...options, tooltip: tooltipOptions } : options,
    ...(keepsTime && {
      fieldConfig: {
        defaults: asObject(defaults),
        overrides: [
          ...asObjects(overrides),
          {
            matcher: { id: 'byType', options: 'time' },
            properties: [{ id: 'custom.axisPlacement', value: 'auto' }],
          },
        ],
      },
    }),
  };
}
