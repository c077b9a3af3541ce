import { PanelFrame } from '../../api/types';
import { sampleValue } from '../values/sampleValue';
import { DataField, DataFrame } from './DataFrame';
import { metaOf, NO_CONFIG, timeField } from './seriesFrames';

interface Row {
  time: number;
  labels: Record<string, string>;
  value: DataField['values'][number];
}

/**
 * One table for each query, with a row for each sample and a column for each label. Tables of
 * several queries say whose values they have, so that they can be joined. Nothing is made of the only
 * answer when it is empty, as in Grafana.
 */
export function tableFrames(answers: PanelFrame[]): DataFrame[] {
  if (answers.length === 1 && isEmpty(answers[0])) {
    return [];
  }
  const byQuery = new Map<string, PanelFrame[]>();
  for (const answer of answers) {
    const same = byQuery.get(answer.refId) ?? [];
    byQuery.set(answer.refId, [...same, answer]);
  }
  return [...byQuery].map(([refId, same]) =>
    tableOf(same, byQuery.size > 1 ? `Value #${refId}` : 'Value'),
  );
}

function isEmpty({ series, text }: PanelFrame): boolean {
  return series.length === 0 && text === undefined;
}

function tableOf(answers: PanelFrame[], valueName: string): DataFrame {
  const [first] = answers;
  const rows = answers.flatMap(rowsOf).sort((a, b) => a.time - b.time);
  const labels = new Set(
    answers.flatMap(({ series }) =>
      series.flatMap(one => Object.keys(one.labels).sort()),
    ),
  );
  const column = (
    name: string,
    type: DataField['type'],
    valueOf: (row: Row) => Row['value'],
  ): DataField => ({
    name,
    type,
    config: NO_CONFIG,
    values: rows.map(valueOf),
  });
  return {
    refId: first.refId,
    meta: { ...metaOf(first), type: 'table' },
    fields: [
      timeField(
        first,
        rows.map(({ time }) => time),
      ),
      ...[...labels].map(label =>
        column(label, 'string', row => row.labels[label] ?? ''),
      ),
      column(
        valueName,
        answers.some(({ text }) => text !== undefined) ? 'string' : 'number',
        row => row.value,
      ),
    ],
  };
}

function rowsOf({ times, series, text }: PanelFrame): Row[] {
  if (text !== undefined) {
    return [{ time: times[0], labels: {}, value: text }];
  }
  return series.flatMap(({ labels, values }) =>
    values.flatMap((sample, index) =>
      sample === null
        ? []
        : [{ time: times[index], labels, value: sampleValue(sample) }],
    ),
  );
}
