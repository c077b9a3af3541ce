import { FieldMatcher } from '../frames/fieldMatches';
import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { joinTables } from './joinTables';
import { ABSENT } from './newField';

/** How frames are joined: `outer` takes a value of the join field once, the others as often as it is. */
export type JoinMode = 'outer' | 'inner' | 'outerTabular';

/**
 * Puts the fields of several frames side by side, row by row of what they have in one field, by the
 * rules of Grafana's `joinDataFrames`. Frames without that field are left out; what remains of one
 * alone is still joined.
 */
export function joinFrames(
  frames: DataFrame[],
  joinBy: FieldMatcher,
  mode: JoinMode = 'outer',
): DataFrame {
  const parts = frames.flatMap(frame => {
    const key = frame.fields.find(field => joinBy(field, frame, frames));
    return key
      ? [
          {
            key,
            others: frame.fields
              .filter(field => field !== key)
              .map(field => named(field, frame)),
          },
        ]
      : [];
  });
  if (parts.length === 0) {
    return { fields: [] };
  }
  const tables = parts.map(({ key, others }) => [
    key.values,
    ...others.map(({ values }) => values),
  ]);
  const columns =
    mode === 'outer'
      ? joinOuter(
          tables,
          parts.map(({ others }) => others),
        )
      : joinTables(tables, mode === 'outerTabular');
  return {
    fields: [parts[0].key, ...parts.flatMap(({ others }) => others)].map(
      (field, index) => ({ ...field, values: columns[index] }),
    ),
  };
}

/** Says which frame a field came from. */
function named(
  { knownAs: _, ...field }: DataField,
  { name }: DataFrame,
): DataField {
  const labels = field.labels ?? {};
  if (!name) {
    return { ...field, labels };
  }
  if (field.name === 'Value') {
    return { ...field, name, labels };
  }
  return {
    ...field,
    labels: labels.name === undefined ? { ...labels, name } : labels,
  };
}

function joinOuter(
  tables: FieldValue[][][],
  fields: DataField[][],
): FieldValue[][] {
  // Texts stay in the order in which they come; those that are numbers are sorted as such.
  const keys = [...new Set(tables.flatMap(([key]) => key))].sort(
    (a, b) => Number(a) - Number(b),
  );
  const places = new Map(keys.map((key, place) => [key, place]));
  return [
    keys,
    ...tables.flatMap(([key, ...columns], table) =>
      columns.map((values, column) => {
        const nulls = fields[table][column].config.custom.spanNulls;
        return align(key, values, places, nulls);
      }),
    ),
  ];
}

function align(
  key: FieldValue[],
  values: FieldValue[],
  places: Map<FieldValue, number>,
  spanNulls: unknown,
): FieldValue[] {
  const aligned: FieldValue[] = new Array(places.size).fill(ABSENT);
  const gaps: number[] = [];
  values.forEach((value, row) => {
    const place = places.get(key[row])!;
    if (value !== null) {
      aligned[place] = value;
    } else if (spanNulls !== true) {
      aligned[place] = null;
      if (spanNulls !== -1) {
        gaps.push(place);
      }
    }
  });
  widenGaps(aligned, gaps);
  return aligned;
}

/** A gap goes on to where the next value is, over places that only other frames have. */
function widenGaps(values: FieldValue[], gaps: number[]): void {
  const fill = (from: number, step: 1 | -1) => {
    for (let place = from + step; place in values; place += step) {
      if (values[place] !== undefined) {
        return;
      }
      values[place] = null;
    }
  };
  for (const gap of gaps) {
    fill(gap, -1);
    fill(gap, 1);
  }
}
