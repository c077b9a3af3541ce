import { PanelFrame } from '../../api/types';
import { FieldConfig, PanelTarget } from '../types';
import { legendName } from '../values/legendName';
import { sampleValue } from '../values/sampleValue';
import { DataField, DataFrame } from './DataFrame';

/** A configuration that says nothing. */
export const NO_CONFIG: FieldConfig = { mappings: [], custom: {} };

const AUTO = '__auto';

/**
 * The answers to a panel's queries as Grafana's Prometheus data source gives them to a panel: a
 * query of the format `table` is one frame with a row for each sample and a column for each label;
 * every other series is a frame of its own.
 *
 * @param targets - of the panel: they tell the format
 * @public
 */
export function framesOfResult(
  frames: PanelFrame[],
  targets: Pick<PanelTarget, 'refId' | 'format'>[],
): DataFrame[] {
  const formats = new Map(targets.map(one => [one.refId, one.format]));
  const formatOf = (frame: PanelFrame) =>
    frame.format ?? formats.get(frame.refId);
  const tables = frames.filter(frame => formatOf(frame) === 'table');
  return frames.flatMap(frame =>
    formatOf(frame) === 'table'
      ? [rowsOf(frame, tables.length > 1 ? `Value #${frame.refId}` : 'Value')]
      : frame.series.map(one => seriesFrame(frame, one)),
  );
}

function seriesFrame(
  frame: PanelFrame,
  { labels, values }: PanelFrame['series'][number],
): DataFrame {
  const { refId, times, legendFormat, expression } = frame;
  const kept = values.flatMap((value, index) =>
    value === null ? [] : [index],
  );
  const isAuto = legendFormat === AUTO;
  // The browser finds names for several series; a single one is named after its query.
  const name =
    isAuto && frame.series.length > 1
      ? undefined
      : legendName(labels, isAuto ? undefined : legendFormat, expression);
  return {
    refId,
    meta: {
      type: times.length === 1 ? 'numeric-multi' : 'timeseries-multi',
      resultType: frame.resultType,
      expression,
      stepSeconds: frame.stepSeconds,
    },
    fields: [
      {
        name: 'Time',
        type: 'time',
        config: {
          ...NO_CONFIG,
          ...(frame.stepSeconds && { interval: frame.stepSeconds * 1_000 }),
        },
        values: kept.map(index => times[index]),
      },
      {
        name: labels.__name__ ?? 'Value',
        type: 'number',
        labels,
        config: { ...NO_CONFIG, displayNameFromSource: name },
        values: kept.map(index => sampleValue(values[index])),
      },
    ],
  };
}

function rowsOf(frame: PanelFrame, valueName: string): DataFrame {
  const { refId, times, expression } = frame;
  const labels = [
    ...new Set(frame.series.flatMap(one => Object.keys(one.labels).sort())),
  ];
  const rows = frame.series.flatMap(one =>
    one.values.flatMap((sample, index) => {
      const value = sampleValue(sample);
      return value === null
        ? []
        : [{ time: times[index], value, labels: one.labels }];
    }),
  );
  const column = (
    name: string,
    type: DataField['type'],
    values: DataField['values'],
  ): DataField => ({ name, type, config: NO_CONFIG, values });
  return {
    refId,
    meta: { type: 'table', resultType: frame.resultType, expression },
    fields: [
      column(
        'Time',
        'time',
        rows.map(({ time }) => time),
      ),
      ...labels.map(label =>
        column(
          label,
          'string',
          rows.map(row => row.labels[label] ?? null),
        ),
      ),
      column(
        valueName,
        'number',
        rows.map(({ value }) => value),
      ),
    ],
  };
}
