import path from 'node:path';
import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  documentationFaults,
  expressionsWithoutData,
  RecordedPage,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { readPages } from '../__testUtils__/readPages';
import { resourceContext } from '../__testUtils__/resourceContext';
import { opensearchExpressions } from './opensearchExpressions';
import { opensearchPack } from './opensearchPack';
import { opensearchSlis } from './opensearchSlis';

type Expressions = ReturnType<typeof opensearchExpressions>;

const contextOf = (service: string) => resourceContext(service, 'Search');

/** An exporter's page as a service shows it. */
function recorded(
  service: string,
  name: string,
  moments: number[] = [1, 2],
): RecordedPage {
  return {
    labels: { service, job: name, instance: `${name}:9200` },
    pages: readPages(__dirname, name, moments),
    secondsBetween: 42.3,
  };
}

/** What Prometheus itself says of a target. */
function scraped(service: string, name: string, isUp: boolean): RecordedPage {
  return {
    labels: { service, job: name, instance: `${name}:9200` },
    pages: [`up ${isUp ? 1 : 0}\n`],
  };
}

const DIALECTS = ['exporter-1.5', 'exporter-1.11', 'plugin'];

describe('the opensearch pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      ...DIALECTS.map(name => recorded(name, name)),
      ...DIALECTS.map(name => recorded('all', name)),
      scraped('plugin', 'plugin', true),
      scraped('all', 'plugin', true),
      recorded('defaults', 'exporter-1.5-defaults'),
      recorded('down', 'exporter-1.5-down', [1]),
      // The node of the plugin is away now, and was there before.
      recorded('gone', 'plugin', [1]),
      scraped('gone', 'plugin', false),
    ]);
  });

  afterAll(() => prometheus?.stop());

  const ask = async (service: string, what: (search: Expressions) => string) =>
    prometheus.query(what(opensearchExpressions(`service="${service}"`, '5m')));
  const valuesOf = async (
    service: string,
    what: (search: Expressions) => string,
  ) =>
    Object.fromEntries(
      (await ask(service, what)).map(({ labels, value }) => [
        Object.values(labels).join(' '),
        value,
      ]),
    );

  it('is sound and documented', () => {
    const context = contextOf('search');
    expect(checkPack(opensearchPack, context)).toEqual([]);
    expect(
      documentationFaults(
        opensearchPack,
        context,
        path.resolve(__dirname, '../../../../../docs'),
      ),
    ).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['exporter-1.11', []],
    ['plugin', []],
    ['all', []],
    [
      'exporter-1.5',
      // It does not show how many shards an index should have.
      ['overview/20 Indices A', 'overview/20 Indices B'],
    ],
    [
      'defaults',
      // Without --es.indices and --es.shards it shows no index.
      ['A', 'B', 'C', 'D'].map(query => `overview/20 Indices ${query}`),
    ],
  ])(
    'finds something with every expression on the pages %s',
    async (service, exceptions) => {
      expect(
        await expressionsWithoutData(
          prometheus,
          opensearchPack,
          contextOf(service),
          [
            ...exceptions,
            // The recorded cluster is red, not yellow.
            'alert OpenSearchClusterYellow',
          ],
        ),
      ).toEqual([]);
    },
  );

  it.each([...DIALECTS, 'all'])(
    'reads one status, its nodes and its shards of %s',
    async service => {
      expect(await valuesOf(service, ({ status }) => status)).toEqual({
        search: 2,
      });
      expect(await valuesOf(service, ({ nodes }) => nodes)).toEqual({
        search: 2,
      });
      expect(
        await valuesOf(service, ({ shards }) => shards('unassigned')),
      ).toEqual({ search: 3 });
      expect(await valuesOf(service, ({ shards }) => shards('active'))).toEqual(
        { search: 6 },
      );
    },
  );

  it.each<[string, Record<string, number>]>([
    ['exporter-1.11', { 'search Node 1': 0.303886, 'search Node 2': 0.306743 }],
    ['all', { 'search Node 1': 0.303886, 'search Node 2': 0.306743 }],
    // The plugin shows the scraped node only.
    ['plugin', { 'search Node 1': 0.303886 }],
  ])('reads the heap of each node of %s once', async (service, expected) => {
    const heap = await valuesOf(service, ({ heapShare }) => heapShare);
    expect(Object.keys(heap)).toEqual(Object.keys(expected));
    Object.entries(expected).forEach(([node, value]) =>
      expect(heap[node]).toBeCloseTo(value, 4),
    );
  });

  it.each([...DIALECTS, 'all'])(
    'counts the rejections of %s once',
    async service => {
      const rejections = await valuesOf(
        service,
        ({ rejectedByPool }) => `${rejectedByPool} > 0`,
      );
      expect(Object.keys(rejections)).toEqual(['search write']);
      expect(rejections['search write']).toBeGreaterThanOrEqual(1_043.9);
      expect(rejections['search write']).toBeLessThanOrEqual(1_045.1);
    },
  );

  it('reads the same of each dialect, and no more of all together', async () => {
    const figures: ((search: Expressions) => string)[] = [
      ({ searches }) => searches,
      ({ writes }) => writes,
      ({ diskShare }) => `max by (cluster) (${diskShare})`,
      ({ rejected }) => rejected,
    ];
    for (const figure of figures) {
      const exporter = await ask('exporter-1.11', figure);
      const all = await ask('all', figure);
      expect(all.map(({ labels }) => labels)).toEqual(
        expect.arrayContaining(exporter.map(({ labels }) => labels)),
      );
      const [first] = exporter;
      const same = all.find(
        ({ labels }) => JSON.stringify(labels) === JSON.stringify(first.labels),
      )!;
      expect(same.value / first.value).toBeGreaterThanOrEqual(0.99);
      expect(same.value / first.value).toBeLessThan(1.1);
    }
  });

  it('names the health of each index, also of one that never had a node', async () => {
    const health = ({ indexStatus }: Expressions) => indexStatus;
    const missing = ({ indexShardsMissing }: Expressions) => indexShardsMissing;
    expect(await valuesOf('exporter-1.11', health)).toEqual({
      lost: 2,
      media: 0,
      orders: 1,
    });
    expect(await valuesOf('exporter-1.11', missing)).toEqual({
      lost: 1,
      media: 0,
      orders: 2,
    });
    expect(await valuesOf('plugin', health)).toEqual({ media: 0, orders: 1 });
    expect(await valuesOf('all', health)).toEqual({
      lost: 2,
      media: 0,
      orders: 1,
    });
  });

  it('reads documents and bytes of each index of each dialect', async () => {
    const size = ({ indexSize }: Expressions) => indexSize;
    const expected = { media: 58_729_589, orders: 110_110 };
    for (const service of [...DIALECTS, 'all']) {
      expect(await valuesOf(service, size)).toEqual(expected);
      expect(
        (await valuesOf(service, ({ indexDocuments }) => indexDocuments))
          .orders,
      ).toBe(200);
    }
  });

  it.each([
    ['exporter-1.5', 1],
    ['exporter-1.11', 1],
    ['plugin', 1],
    ['all', 1],
    ['defaults', 1],
    ['down', 0],
    ['gone', 0],
  ])('knows whether the cluster of %s answers', async (service, expected) => {
    const samples = await ask(service, ({ reachable }) => reachable);
    expect(samples).toEqual([{ labels: {}, value: expected }]);
  });

  it.each([
    // The recorded cluster is red.
    ['exporter-1.11', 0],
    ['down', 0],
    ['gone', 0],
  ])('does not count the minutes of %s as up', async (service, expected) => {
    const [{ sli }] = opensearchSlis();
    const samples = await prometheus.query(
      (sli as { gauge: string }).gauge.replace(
        /\$selector/g,
        `service="${service}"`,
      ),
    );
    expect(samples).toEqual([{ labels: {}, value: expected }]);
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = opensearchPack.dashboards(contextOf('search'));
    expect(id).toBe('overview');
    expect(
      (model.panels as any[])
        .filter(({ type }) => type !== 'row')
        .map(panel => `${panel.id} ${panel.title}`),
    ).toEqual([
      '1 Status',
      '2 Nodes',
      '3 Shards without a node',
      '4 Queries',
      '5 Query duration',
      '6 Fullest heap',
      '10 Status',
      '11 Shards that wait or move',
      '12 Active shards',
      '13 Reachable',
      '20 Indices',
      '30 Queries',
      '31 Documents written',
      '32 Mean duration',
      '40 Heap',
      '41 Garbage collection',
      '42 Processor',
      '50 Disk used',
      '51 Waiting tasks',
      '52 Rejected tasks',
      '60 Circuit breakers',
      '61 Trips',
    ]);
  });
});
