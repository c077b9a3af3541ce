import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentationFaults } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { builtInPacks } from './builtInPacks';

const DOCS = path.resolve(__dirname, '../../../../docs');
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

describe('the documentation of packs', () => {
  it.each(builtInPacks)(
    'has a page for the pack $id with its alerts and SLIs, and a runbook for each alert',
    pack => {
      const found = pack.probes?.map(({ id }) => id);
      expect(documentationFaults(pack, { ...context, found }, DOCS)).toEqual(
        [],
      );
    },
  );

  it('has a runbook for the burn-rate alerts, which are no pack’s', () => {
    const page = readFileSync(
      path.join(DOCS, 'runbooks/SloBurnRate.md'),
      'utf8',
    );
    expect(page).toContain('# SloBurnRate');
    expect(HEADINGS.filter(heading => !page.includes(heading))).toEqual([]);
  });
});
