import { JsonObject } from '@backstage/types';
import { asObject, asObjects } from '../json';

/** Transformations whose meaning changed: see the versions. */
export function migrateTransformations(
  json: JsonObject,
  schemaVersion: number,
): JsonObject {
  return json.transformations === undefined
    ? json
    : {
        ...json,
        transformations: asObjects(json.transformations).flatMap(one =>
          migrate(one, schemaVersion),
        ),
      };
}

function migrate(one: JsonObject, schemaVersion: number): JsonObject[] {
  // It used to merge what it made of the labels.
  if (one.id === 'labelsToFields' && schemaVersion < 31) {
    return [one, { id: 'merge', options: {} }];
  }
  const { refIdToStat } = asObject(one.options);
  if (one.id === 'timeSeriesTable' && refIdToStat !== undefined) {
    const options = Object.entries(asObject(refIdToStat)).map(
      ([refId, stat]) => [refId, { stat }],
    );
    return [{ ...one, options: Object.fromEntries(options) }];
  }
  return [one];
}
