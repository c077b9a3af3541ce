import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { ABSENT, joinedRefId } from './newField';
import { Transform } from './Transform';

/** Rows that grow as others that go with them come. */
class MergedRows {
  readonly rows: FieldValue[][] = [];
  readonly #byKey = new Map<string, FieldValue[][]>();
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  add(key: string, cells: FieldValue[]): void {
    const known = this.#byKey.get(key);
    const friends = known?.filter(row => this.#goTogether(row, cells)) ?? [];
    for (const row of friends) {
      cells.forEach((cell, index) => {
        row[index] = isThere(cell) || cell === null ? cell : row[index];
      });
    }
    if (friends.length > 0) {
      return;
    }
    this.rows.push(cells);
    if (known) {
      known.push(cells);
    } else {
      this.#byKey.set(key, [cells]);
    }
  }

  #goTogether(row: FieldValue[], cells: FieldValue[]): boolean {
    for (let index = 0; index < this.#width; index++) {
      const [before, now] = [row[index], cells[index]];
      if (
        now !== undefined &&
        before !== null &&
        before !== undefined &&
        before !== now
      ) {
        return false;
      }
    }
    return true;
  }
}

/**
 * One table of several: rows that are equal in all that the frames have in common, and contradict
 * each other nowhere, become one.
 */
export const merge: Transform = frames => {
  if (frames.length < 2) {
    return frames;
  }
  const tables = frames.filter(({ fields }) => fields.length > 0);
  if (tables.length === 0) {
    return [frames[0]];
  }
  const columns = columnsOf(tables);
  const keys = columns.filter(({ places }) => places.every(isThere));
  if (keys.length === 0) {
    return frames;
  }
  const merged = new MergedRows(columns.length);
  tables.forEach((table, index) => {
    const cells = columns.map(({ places }) => {
      const place = places[index];
      return place === undefined ? undefined : table.fields[place].values;
    });
    const keyCells = keys.map(
      ({ places }) => table.fields[places[index]!].values,
    );
    for (let row = 0; row < frameLength(table); row++) {
      merged.add(
        keyCells.map(values => String(values[row])).join(''),
        cells.map(values => (values ? values[row] : ABSENT)),
      );
    }
  });
  return [
    {
      refId: joinedRefId('merge', tables),
      fields: columns.map(({ field }, index) => ({
        name: field.name,
        type: field.type,
        config: { ...field.config, displayName: undefined },
        values: merged.rows.map(row => row[index]),
      })),
    },
  ];
};

interface Column {
  /** Of the first frame that has it. */
  field: DataField;
  /** Of the field of that name in each frame; the last one when it has several. */
  places: (number | undefined)[];
}

function columnsOf(tables: DataFrame[]): Column[] {
  const columns = new Map<string, Column>();
  tables.forEach(({ fields }, table) =>
    fields.forEach((field, place) => {
      const column = columns.get(field.name) ?? {
        field,
        places: tables.map(() => undefined),
      };
      column.places[table] = place;
      columns.set(field.name, column);
    }),
  );
  return [...columns.values()];
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
