import fc from 'fast-check';
import { publicDashboards } from '../__fixtures__/publicDashboards';
import { parseDashboard } from './parseDashboard';
import { parsePresentDashboard } from './parsePresentDashboard';

const PRESENT = ['timeseries', 'stat', 'gauge', 'bargauge', 'table', 'row'];
const FORMER = ['graph', 'singlestat', 'table-old', 'heatmap', 'text'];

function dashboardOf(types: string[], schemaVersion?: number) {
  return {
    schemaVersion,
    panels: types.map((type, id) => ({
      id,
      type,
      title: type,
      minSpan: 4,
      targets: [{ refId: 'A', expr: 'up' }],
      options: { reduceOptions: { calcs: ['lastNotNull'] } },
      fieldConfig: { defaults: { mappings: [{ type: 1, value: '0' }] } },
    })),
  };
}

describe('parsePresentDashboard', () => {
  it('reads the public dashboards as parseDashboard does, or leaves them to it', () => {
    const read = publicDashboards().flatMap(([, json]) => {
      const model = parsePresentDashboard(json);
      return model ? [{ model, whole: parseDashboard(json) }] : [];
    });
    expect(read.map(({ model }) => model)).toEqual(
      read.map(({ whole }) => whole),
    );
    expect(read.length).toBeGreaterThan(0);
  });

  it('reads every version of what has only present types', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PRESENT), { maxLength: 6 }),
        fc.option(fc.integer({ min: 0, max: 42 }), { nil: undefined }),
        (types, version) => {
          const json = dashboardOf(types, version);
          expect(parsePresentDashboard(json)).toEqual(parseDashboard(json));
        },
      ),
    );
  });

  it.each<readonly [string, unknown]>([
    ...FORMER.map(type => [type, dashboardOf(['stat', type])] as const),
    ['the second schema', { elements: {}, layout: { kind: 'GridLayout' } }],
    ['what the server renamed', { panels: [{ autoMigrateFrom: 'graph' }] }],
    ['a library panel', { __elements: { a: { model: { type: 'graph' } } } }],
  ])('leaves %s to parseDashboard', (_, json) => {
    expect(parsePresentDashboard(json)).toBeUndefined();
    expect(parsePresentDashboard({ dashboard: json })).toBeUndefined();
  });

  it('leaves what is nested without an end to parseDashboard', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const json = { panels: [], note: JSON.parse(deep) };
    expect(parsePresentDashboard(json)).toBeUndefined();
    expect(parseDashboard(json).sections).toEqual([]);
  });

  it.each([undefined, null, 'text', 7, [], {}])('reads %j', json => {
    expect(parsePresentDashboard(json)).toEqual(parseDashboard(json));
  });
});
