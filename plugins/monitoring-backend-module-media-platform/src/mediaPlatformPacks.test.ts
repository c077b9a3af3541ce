import path from 'node:path';
import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import { documentationFaults } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { mediaPlatformPacks } from './mediaPlatformPacks';
import { contextOf } from './testUtils/contextOf';

const DOCS = path.resolve(__dirname, '../../../docs');
const context = contextOf('a');

describe.each(mediaPlatformPacks.map(pack => [pack.id, pack] as const))(
  'the pack %s',
  (_id, pack) => {
    it('is sound', () => {
      expect(checkPack(pack, context)).toEqual([]);
    });

    it('has a page with its alerts and SLIs, and a runbook for each alert', () => {
      expect(documentationFaults(pack, context, DOCS)).toEqual([]);
    });

    it('measures what the platform promises: availability, and latency at 500 ms', () => {
      const served = pack.slis(context).flatMap(({ serves }) => serves);
      expect(served).toEqual(
        expect.arrayContaining(['availability', 'latency']),
      );
    });

    it('can be suggested to a service that has its metrics', () => {
      expect(pack.probes?.length).toBeGreaterThan(0);
    });

    it('has a first row of numbers, and rows with a purpose', () => {
      const [{ model }] = pack.dashboards(context);
      const kinds = (model.panels as any[]).map(({ type }) => type);
      expect(kinds.indexOf('row')).toBeGreaterThanOrEqual(4);
      expect(new Set(kinds.slice(0, kinds.indexOf('row')))).toEqual(
        new Set(['stat']),
      );
    });
  },
);

it('no two packs have an alert of the same name', () => {
  const names = mediaPlatformPacks.flatMap(pack =>
    pack.alerts(context).map(({ name }) => name),
  );
  expect(new Set(names).size).toBe(names.length);
});
