import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mediaIngestorPack } from './mediaIngestorPack';

const DOCS = path.resolve(__dirname, '../../../../../docs');
const HEADINGS = [
  '## What it means',
  '## What to look at first',
  '## How to stop it',
];

const context = {
  entityRef: 'component:default/a',
  name: 'a',
  title: 'A',
  selector: 'service="a"',
  options: {},
};

function read(page: string): string {
  const file = path.join(DOCS, page);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

describe('the documentation of packs', () => {
  it.each([mediaIngestorPack])(
    'has a page for the pack $id, with its alerts and SLIs',
    pack => {
      const page = read(`packs/${pack.id}.md`);
      for (const { name } of pack.alerts(context)) {
        expect(page).toContain(`../runbooks/${name}.md`);
      }
      for (const { id } of pack.slis(context)) {
        expect(page).toContain(`\`${id}\``);
      }
    },
  );

  it.each([...mediaIngestorPack.alerts(context).map(({ name }) => name)])(
    'has a runbook for %s',
    alert => {
      const page = read(`runbooks/${alert}.md`);
      expect(page).toContain(`# ${alert}`);
      expect(HEADINGS.filter(heading => !page.includes(heading))).toEqual([]);
    },
  );
});
