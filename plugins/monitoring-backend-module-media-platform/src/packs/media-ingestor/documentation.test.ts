import path from 'node:path';
import { documentationFaults } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { mediaIngestorPack } from './mediaIngestorPack';

const context = {
  entityRef: 'component:default/a',
  name: 'a',
  title: 'A',
  selector: 'service="a"',
  options: {},
};

it('the pack has a page with its alerts and SLIs, and each alert a runbook', () => {
  const docs = path.resolve(__dirname, '../../../../../docs');
  expect(documentationFaults(mediaIngestorPack, context, docs)).toEqual([]);
});
