import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Recorded metrics pages in `__fixtures__`, `<name>-<moment>.prom`.
 *
 * @param folder - that of the pack
 * @param moments - those of the recording
 */
export function readPages(
  folder: string,
  name: string,
  moments: (string | number)[],
): string[] {
  return moments.map(moment =>
    readFileSync(
      path.join(folder, '__fixtures__', `${name}-${moment}.prom`),
      'utf8',
    ),
  );
}
