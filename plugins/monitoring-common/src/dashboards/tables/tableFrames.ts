import { PanelFrame } from '../../api/types';
import { legendNames } from '../values/legendName';
import { sampleValue } from '../values/sampleValue';
import { PanelTarget } from '../types';
import { TableField, TableFrame } from './TableFrame';

/**
 * The answers to a panel's queries as Grafana gives them to its table: a query of the format
 * `table` is one frame with a row for each sample and a column for each label; every other
 * series is a frame of its own.
 *
 * @param targets - of the panel: they tell the format
 * @public
 */
export function tableFrames(
  frames: PanelFrame[],
  targets: Pick<PanelTarget, 'refId' | 'format'>[],
): TableFrame[] {
  const formats = new Map(targets.map(one => [one.refId, one.format]));
  const isTable = ({ refId }: PanelFrame) => formats.get(refId) === 'table';
  const isOnly = frames.filter(isTable).length === 1;
  const names = legendNames(
    frames
      .filter(frame => !isTable(frame))
      .flatMap(({ series, legendFormat, expression }) =>
        series.map(({ labels }) => ({ labels, legendFormat, expression })),
      ),
  );
  let next = 0;
  return frames.flatMap(frame =>
    isTable(frame)
      ? [rowsOf(frame, isOnly ? 'Value' : `Value #${frame.refId}`)]
      : frame.series.map(one => seriesOf(frame, one, names[next++])),
  );
}

function rowsOf(frame: PanelFrame, valueName: string): TableFrame {
  const labels = [
    ...new Set(frame.series.flatMap(one => Object.keys(one.labels).sort())),
  ];
  const rows = frame.series.flatMap(one =>
    one.values.flatMap((sample, index) => {
      const value = sampleValue(sample);
      return value === null
        ? []
        : [{ time: frame.times[index], value, labels: one.labels }];
    }),
  );
  const { refId } = frame;
  return {
    refId,
    fields: [
      {
        name: 'Time',
        type: 'time',
        refId,
        values: rows.map(({ time }) => time),
      },
      ...labels.map(
        (label): TableField => ({
          name: label,
          type: 'string',
          refId,
          values: rows.map(row => row.labels[label] ?? null),
        }),
      ),
      {
        name: valueName,
        type: 'number',
        refId,
        values: rows.map(({ value }) => value),
      },
    ],
  };
}

function seriesOf(
  { refId, times }: PanelFrame,
  { labels, values }: PanelFrame['series'][number],
  name: string,
): TableFrame {
  return {
    refId,
    fields: [
      { name: 'Time', type: 'time', refId, values: times },
      {
        name: 'Value',
        displayName: name,
        type: 'number',
        refId,
        labels,
        values: values.map(sampleValue),
      },
    ],
  };
}
