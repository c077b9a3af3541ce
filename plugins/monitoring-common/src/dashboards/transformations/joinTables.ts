import { FieldValue } from '../frames/DataFrame';

/** Rows that a join makes at most: two columns of equal values would make the product of both. */
const MOST_ROWS = 500_000;

/**
 * Joins tables, whose first columns are the keys, one after the other: each row with each row of the
 * same key.
 *
 * @param isOuter - whether rows without a partner stay, behind the others
 * @see Grafana's `joinTabular`
 */
export function joinTables(
  tables: FieldValue[][][],
  isOuter: boolean,
): FieldValue[][] {
  return tables.reduce((left, right) => joinTwo(left, right, isOuter));
}

function joinTwo(
  left: FieldValue[][],
  right: FieldValue[][],
  isOuter: boolean,
): FieldValue[][] {
  const rowsOf = rowsByKey(right[0]);
  const matched = new Set<unknown>();
  const pairs: [number, number][] = [];
  const alone: [number, number][] = [];
  left[0].forEach((key, row) => {
    const partners = isThere(key) ? rowsOf.get(String(key)) : undefined;
    if (partners) {
      matched.add(key);
      for (const partner of partners) {
        if (pairs.length < MOST_ROWS) {
          pairs.push([row, partner]);
        }
      }
    } else if (isOuter) {
      alone.push([row, -1]);
    }
  });
  if (isOuter) {
    for (const [key, rows] of inObjectOrder(rowsOf)) {
      // Keys that are numbers count as unmatched, as they do in Grafana.
      if (!matched.has(key)) {
        for (const row of rows) {
          alone.push([-1, row]);
        }
      }
    }
  }
  const all = [...pairs, ...alone];
  return [
    all.map(([row, partner]) => (row < 0 ? right[0][partner] : left[0][row])),
    ...left
      .slice(1)
      .map(values => all.map(([row]) => (row < 0 ? null : values[row]))),
    ...right
      .slice(1)
      .map(values => all.map(([, row]) => (row < 0 ? null : values[row]))),
  ];
}

function rowsByKey(keys: FieldValue[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  keys.forEach((key, row) => {
    const text = String(key);
    const known = rows.get(text);
    if (known) {
      known.push(row);
    } else {
      rows.set(text, [row]);
    }
  });
  return rows;
}

/** Whole numbers first and ascending, as the properties of an object are. */
function inObjectOrder(rows: Map<string, number[]>): [string, number[]][] {
  const isIndex = (text: string) =>
    /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) < 2 ** 32 - 1;
  const entries = [...rows];
  return [
    ...entries
      .filter(([key]) => isIndex(key))
      .sort(([a], [b]) => Number(a) - Number(b)),
    ...entries.filter(([key]) => !isIndex(key)),
  ];
}

function isThere(value: FieldValue): boolean {
  return value !== null && value !== undefined;
}
