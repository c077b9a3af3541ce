/** Columns as wide as their widest cell; the last one is not filled up. */
export function formatTable(rows: string[][]): string {
  const widths = rows[0].map((_cell, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(
      row =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
