import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What dashboards are kept in. */
const DASHBOARD_FILE = /\.(?:json|json\.gz|ya?ml)$/;

/**
 * The files that a name stands for: those of dashboards in a directory, without its directories, in
 * the order of their names; else the name itself.
 */
export async function expandDirectory(
  file: string,
  directory: string,
): Promise<string[]> {
  const absolute = path.resolve(directory, file);
  const found = await stat(absolute).catch(() => undefined);
  if (!found?.isDirectory()) {
    return [file];
  }
  const names = (await readdir(absolute))
    .filter(name => DASHBOARD_FILE.test(name))
    .sort();
  return names.map(name => path.join(file, name));
}
