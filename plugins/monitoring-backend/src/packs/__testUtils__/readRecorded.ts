import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The metrics pages of a source in `__fixtures__`, at one or two moments.
 *
 * @param folder - that of the pack
 */
export function readRecorded(folder: string, source: string): string[] {
  const rows = readFileSync(
    path.join(folder, '__fixtures__', `${source}.txt`),
    'utf8',
  )
    .trim()
    .split('\n')
    .map(line => {
      const [, series, values] = /^(.*?\}|[^{ ]+) ([^{}]*)$/.exec(line)!;
      return { series, values: values.split(' ') };
    });
  return rows[0].values.map((_value, page) =>
    rows
      .filter(({ values }) => values[page] !== '-')
      .map(({ series, values }) => `${series} ${values[page]}`)
      .join('\n'),
  );
}
