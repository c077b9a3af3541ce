/** Of the transformations that are done here, as Grafana names them. */
const TRANSFORMATION_IDS = [
  'calculateField',
  'concatenate',
  'configFromData',
  'convertFieldType',
  'convertFrameType',
  'ensureColumns',
  'extractFields',
  'filterByRefId',
  'filterByValue',
  'filterFields',
  'filterFieldsByName',
  'filterFrames',
  'formatString',
  'formatTime',
  'groupBy',
  'groupingToMatrix',
  'groupToNestedTable',
  'heatmap',
  'histogram',
  'joinByField',
  'joinByLabels',
  'labelsToFields',
  'limit',
  'merge',
  'noop',
  'order',
  'organize',
  'partitionByValues',
  'prepareTimeSeries',
  'reduce',
  'regression',
  'rename',
  'renameByRegex',
  'rowsToFields',
  'seriesToColumns',
  'seriesToRows',
  'sortBy',
  'timeSeriesTable',
  'transpose',
] as const;

/** One that is done here. */
export type TransformationId = (typeof TRANSFORMATION_IDS)[number];

const KNOWN: ReadonlySet<string> = new Set(TRANSFORMATION_IDS);

/**
 * Whether a transformation is done here. Asked without loading any: whoever reads a dashboard needs
 * no more than the names.
 *
 * @param id - Grafana's: `merge`, `organize`, …
 * @public
 */
export function isTransformationKnown(id: string): id is TransformationId {
  return KNOWN.has(id);
}
