/**
 * The polynomial of least squares through points.
 *
 * @param degree - 1..10; less when there are fewer points
 * @returns its value at a place
 */
export function fitPolynomial(
  points: [x: number, y: number][],
  degree: number,
): (x: number) => number {
  // Places are scaled to -1..1, so that powers of large ones keep their digits.
  const scale = largest(points) || 1;
  const size = Math.min(degree, new Set(points.map(([x]) => x)).size - 1) + 1;
  const sums = new Array<number>(2 * size - 1).fill(0);
  const right = new Array<number>(size).fill(0);
  for (const [x, y] of points) {
    let power = 1;
    for (let exponent = 0; exponent < sums.length; exponent++) {
      sums[exponent] += power;
      if (exponent < size) {
        right[exponent] += power * y;
      }
      power *= x / scale;
    }
  }
  const rows = right.map((sum, row) => [...sums.slice(row, row + size), sum]);
  const coefficients = solve(rows);
  return x =>
    coefficients.reduceRight((value, one) => value * (x / scale) + one, 0);
}

function largest(points: [number, number][]): number {
  return points.reduce((most, [x]) => Math.max(most, Math.abs(x)), 0);
}

/** Linear equations by elimination, with the largest pivot first. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const best = rows.reduce(
      (at, row, index) =>
        index >= column && Math.abs(row[column]) > Math.abs(rows[at][column])
          ? index
          : at,
      column,
    );
    [rows[column], rows[best]] = [rows[best], rows[column]];
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row][column] / (rows[column][column] || 1);
      for (let at = column; at <= size; at++) {
        rows[row][at] -= factor * rows[column][at];
      }
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const known = found.reduce(
      (sum, value, at) => (at > row ? sum + rows[row][at] * value : sum),
      0,
    );
    found[row] = rows[row][row]
      ? (rows[row][size] - known) / rows[row][row]
      : 0;
  }
  return found;
}
