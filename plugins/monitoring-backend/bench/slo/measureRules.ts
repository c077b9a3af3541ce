import { generateSloRules } from '@sightline/backstage-plugin-monitoring-common';
import { stringify } from 'yaml';
import { Report } from '../lib/Report';
import { sloFleet } from './sloFleet';

const SERVICES = 1_000;

/** Rules of one SLO on one set of labels, counted from what the tools write. */
const PER_SLO = { sloth: 17, pyrra: 13 };

/** How many rules 1,000 services of two SLOs come to, and how long their file is. */
export function measureRules(report: Report): void {
  const slos = sloFleet(SERVICES);
  const begun = performance.now();
  const groups = generateSloRules(slos, {
    owner: 'group:default/media',
    entityUrl: 'https://portal.example.com',
  });
  const seconds = (performance.now() - begun) / 1_000;
  const rules = groups.flatMap(group => group.rules);
  const recording = rules.filter(rule => 'record' in rule).length;
  const file = stringify({ groups }, { lineWidth: 0 });
  report.add('rules: recording', recording, '', 60);
  report.add('rules: alerting', rules.length - recording, '', 40);
  report.add('rules: in all', rules.length, '', 100);
  report.add('rules: of Sloth', slos.length * PER_SLO.sloth, '');
  report.add('rules: of Pyrra', slos.length * PER_SLO.pyrra, '');
  report.add('rules: longest group', longest(groups), '', 20);
  report.add('rules: file', file.length / 1_000, 'kB', 2_000);
  report.add('rules: time to generate', seconds, 's', 5);
}

function longest(groups: { rules: unknown[] }[]): number {
  return Math.max(...groups.map(({ rules }) => rules.length));
}
