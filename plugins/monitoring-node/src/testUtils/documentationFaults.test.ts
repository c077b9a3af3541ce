import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MonitoringPack } from '../packs';
import { documentationFaults } from './documentationFaults';

const pack: MonitoringPack = {
  id: 'sample',
  title: 'Sample',
  description: 'A sample',
  metricsFrom: 'nowhere',
  dashboards: () => [],
  alerts: () => [
    {
      name: 'TooSlow',
      expression: 'a{service="a"}',
      operator: '>',
      threshold: 1,
      unit: 'number',
      for: 60,
      severity: 'warning',
      summary: 'Too slow',
      description: 'It is {{ $value }}',
    },
  ],
  slis: () => [
    {
      id: 'sample:up',
      title: 'Up',
      serves: ['uptime'],
      sli: { type: 'uptime', gauge: 'up{$selector}' },
    },
  ],
};
const context = {
  entityRef: 'component:default/a',
  name: 'a',
  title: 'A',
  selector: 'service="a"',
  options: {},
};
const PAGE = '[TooSlow](../runbooks/TooSlow.md), `sample:up`\n';
const RUNBOOK =
  '# TooSlow\n## What it means\n## What to look at first\n## How to stop it\n';

describe('documentationFaults', () => {
  let folder: string;

  function write(page: string, text: string) {
    const file = path.join(folder, page);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sightline-docs-'));
    write('packs/sample.md', PAGE);
    write('runbooks/TooSlow.md', RUNBOOK);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has nothing to say when all is there', () => {
    expect(documentationFaults(pack, context, folder)).toEqual([]);
  });

  it('misses the page of a pack', () => {
    rmSync(path.join(folder, 'packs'), { recursive: true });
    expect(documentationFaults(pack, context, folder)).toEqual([
      'packs/sample.md lacks ../runbooks/TooSlow.md',
      'packs/sample.md lacks `sample:up`',
    ]);
  });

  it('misses a part of a runbook', () => {
    write('runbooks/TooSlow.md', RUNBOOK.replace('## How to stop it', ''));
    expect(documentationFaults(pack, context, folder)).toEqual([
      'runbooks/TooSlow.md lacks ## How to stop it',
    ]);
  });

  it('looks for the runbook that the alert names', () => {
    const named = {
      ...pack,
      alerts: () => [{ ...pack.alerts(context)[0], runbook: 'Slowness' }],
    };
    expect(documentationFaults(named, context, folder)).toContain(
      'packs/sample.md lacks ../runbooks/Slowness.md',
    );
  });
});
