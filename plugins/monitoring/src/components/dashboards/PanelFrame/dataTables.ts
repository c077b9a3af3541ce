import {
  DataField,
  DataFrame,
  heatmapTable,
  panelHistogram,
  PanelModel,
  readHeatmapOptions,
  readHistogramOptions,
  transformFrames,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';

/**
 * The data of a panel as tables: series beside each other by their times, buckets of heatmaps and
 * histograms as they are drawn, everything else as it is.
 */
export function dataTables(
  { kind, options }: Pick<PanelModel, 'kind' | 'options'>,
  frames: DataFrame[],
  range: MonitoringTimeRange,
): DataFrame[] {
  if (kind === 'heatmap') {
    return heatmapTable(frames, readHeatmapOptions(options), range).map(plain);
  }
  if (kind === 'histogram') {
    const histogram = panelHistogram(frames, readHistogramOptions(options));
    return histogram ? [plain(histogram)] : [];
  }
  const areSeries =
    frames.length > 1 &&
    frames.every(
      ({ fields }) =>
        fields.length === 2 &&
        fields.some(({ type }) => type === 'time') &&
        fields.some(({ type }) => type === 'number'),
    );
  const tables = areSeries
    ? transformFrames(frames, [{ id: 'joinByField', options: {} }], {
        variables: {},
      })
    : frames;
  return tables.map(plain);
}

/** Options of the panel's drawing mean nothing to a table. */
function plain(frame: DataFrame): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map(
      (field): DataField => ({
        ...field,
        config: {
          ...field.config,
          custom: { filterable: field.type !== 'time' },
        },
      }),
    ),
  };
}
