import { JsonObject, JsonValue } from '@backstage/types';
import { DataField, DataFrame } from '../frames/DataFrame';
import { isFrame } from '../frames/applyFieldConfig';
import { transformToHeatmap } from '../heatmap/transformToHeatmap';

import { PanelTransformation } from '../types';
import { interpolateVariables } from '../variables/interpolateVariables';
import { calculateField } from './calculateField';
import { concatenate } from './concatenate';
import { configFromData } from './configFromData';
import { convertFieldType } from './convertFieldType';
import { convertFrameType } from './convertFrameType';
import { ensureColumns } from './ensureColumns';
import { extractFields } from './extractFields';
import { filterByRefId } from './filterByRefId';
import { filterByValue } from './filterByValue';
import { filterFields } from './filterFields';
import { filterFieldsByName } from './filterFieldsByName';
import { filterFrames } from './filterFrames';
import { formatString } from './formatString';
import { formatTime } from './formatTime';
import { compileFrameMatcher } from './frameMatches';
import { groupBy } from './groupBy';
import { groupingToMatrix } from './groupingToMatrix';
import { groupToNestedTable } from './groupToNestedTable';
import { histogram } from './histogram';
import { joinByField } from './joinByField';
import { joinByLabels } from './joinByLabels';
import { labelsToFields } from './labelsToFields';
import { limit } from './limit';
import { merge } from './merge';
import { order } from './order';
import { organize } from './organize';
import { partitionByValues } from './partitionByValues';
import { prepareTimeSeries } from './prepareTimeSeries';
import { reduce } from './reduce';
import { regression } from './regression';
import { rename } from './rename';
import { renameByRegex } from './renameByRegex';
import { rowsToFields } from './rowsToFields';
import { seriesToRows } from './seriesToRows';
import { sortBy } from './sortBy';
import { timeSeriesTable } from './timeSeriesTable';
import { Transform, TransformationContext } from './Transform';
import { isTransformationKnown, TransformationId } from './transformationIds';
import { transpose } from './transpose';

const BY_ID: Record<TransformationId, Transform> = {
  calculateField,
  concatenate,
  configFromData,
  convertFieldType,
  convertFrameType,
  ensureColumns,
  extractFields,
  filterByRefId,
  filterByValue,
  filterFields,
  filterFieldsByName,
  filterFrames,
  formatString,
  formatTime,
  groupBy,
  groupingToMatrix,
  groupToNestedTable,
  heatmap: transformToHeatmap,
  histogram,
  joinByField,
  joinByLabels,
  labelsToFields,
  limit,
  merge,
  noop: frames => frames,
  order,
  organize,
  partitionByValues,
  prepareTimeSeries,
  reduce,
  regression,
  rename,
  renameByRegex,
  rowsToFields,
  seriesToColumns: joinByField,
  seriesToRows,
  sortBy,
  timeSeriesTable,
  transpose,
};

/** By Grafana's ids. */
export const TRANSFORMS: Record<string, Transform> = BY_ID;

/**
 * Applies a panel's transformations in their order. One that is not known changes nothing.
 *
 * @public
 */
export function transformFrames(
  frames: DataFrame[],
  transformations: PanelTransformation[],
  context: TransformationContext,
): DataFrame[] {
  const transformed = transformations.reduce(
    (before, { id, options, filter }) =>
      isTransformationKnown(id)
        ? applyTo(before, filter, chosen =>
            TRANSFORMS[id](chosen, filledIn(options, context), context),
          )
        : before,
    frames,
  );
  return transformed === frames ? frames : transformed.map(withoutAbsent);
}

/** Only what the filter is about is transformed; the rest stays where it is. */
function applyTo(
  frames: DataFrame[],
  filter: PanelTransformation['filter'],
  transform: (chosen: DataFrame[]) => DataFrame[],
): DataFrame[] {
  if (!filter?.options) {
    return transform(frames);
  }
  const matches = compileFrameMatcher(filter);
  const others = frames.filter(frame => !matches(frame));
  const after = [...transform(frames.filter(matches))];
  after.splice(Math.max(0, frames.indexOf(others[0])), 0, ...others);
  return after;
}

function filledIn(
  options: JsonObject,
  context: TransformationContext,
): JsonObject {
  const { variables, definitions, scoped, builtIns } = context;
  const fill = (value: JsonValue | undefined): JsonValue | undefined => {
    if (typeof value === 'string') {
      return value.includes('$') || value.includes('[[')
        ? interpolateVariables(value, {
            variables,
            definitions,
            scoped,
            builtIns,
            defaultFormat: 'glob',
          })
        : value;
    }
    if (Array.isArray(value)) {
      return value.map(one => fill(one) ?? null);
    }
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, one]) => [key, fill(one)]),
        )
      : value;
  };
  return fill(options) as JsonObject;
}

function withoutAbsent(frame: DataFrame): DataFrame {
  const hasAbsent = ({ type, values }: DataField) =>
    type === 'frame' || values.includes(undefined as never);
  return frame.fields.some(hasAbsent)
    ? {
        ...frame,
        fields: frame.fields.map(field => ({
          ...field,
          values: field.values.map(value =>
            isFrame(value) ? withoutAbsent(value) : value ?? null,
          ),
        })),
      }
    : frame;
}
