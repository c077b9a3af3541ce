import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Changes annotations of an entity in the catalog file that holds it, as its team would. */
export async function annotateEntity(
  directory: string,
  name: string,
  annotations: Record<string, string>,
): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true });
  for (const { name: file } of entries.filter(entry => entry.isFile())) {
    const location = path.join(directory, file);
    const documents = parseAllDocuments(await readFile(location, 'utf8'));
    const document = documents.find(
      ({ contents }) =>
        contents &&
        (contents as any).getIn(['metadata', 'name']) === name &&
        ['Component', 'Resource'].includes((contents as any).get('kind')),
    );
    if (document) {
      for (const [key, value] of Object.entries(annotations)) {
        document.setIn(['metadata', 'annotations', key], value);
      }
      await writeFile(location, documents.map(String).join(''));
      return;
    }
  }
  throw new Error(`No file in ${directory} holds the entity ${name}`);
}
