import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FOLDER = join(__dirname, 'public');

/** The dashboards of `public/`, by their names. */
export function publicDashboards(): [name: string, json: object][] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.json.gz'))
    .sort()
    .map(file => [
      file.replace('.json.gz', ''),
      JSON.parse(gunzipSync(readFileSync(join(FOLDER, file))).toString()),
    ]);
}
