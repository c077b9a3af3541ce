import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { suggestPacks } from './suggestPacks';

function aPack(id: string): MonitoringPack {
  return {
    id,
    title: `The ${id}`,
    description: `What ${id} shows`,
    metricsFrom: '',
    probes: [{ id: 'a', title: 'Library', metric: `${id}_total` }],
    dashboards: () => [],
    alerts: () => [],
    slis: () => [],
  };
}

const packs = [aPack('http'), aPack('nodejs'), aPack('redis')];
const selector = [
  { label: 'service', operator: '=' as const, value: 'ingestor' },
];

describe('suggestPacks', () => {
  it('names the packs that the metrics would fill, with the line to paste', () => {
    expect(
      suggestPacks(
        { packs: [], selector },
        packs,
        new Map([
          ['http', ['a']],
          ['nodejs', ['a']],
        ]),
      ),
    ).toEqual({
      items: [
        {
          pack: 'http',
          title: 'The http',
          description: 'What http shows',
          because: ['Library (http_total)'],
          line: 'http',
        },
        expect.objectContaining({ pack: 'nodejs', line: 'nodejs' }),
      ],
      line: 'http, nodejs',
      selector: 'service="ingestor"',
    });
  });

  it('keeps what the entity has, options too, and suggests none of it', () => {
    const { items, line } = suggestPacks(
      {
        packs: [
          { id: 'http', options: { dialect: 'spring-boot' } },
          { id: 'postgresql', options: { database: 'a', schema: 'b' } },
        ],
        selector,
      },
      packs,
      new Map([
        ['http', ['a']],
        ['redis', ['a']],
      ]),
    );
    expect(items.map(({ pack }) => pack)).toEqual(['redis']);
    expect(line).toBe(
      'http(dialect=spring-boot), postgresql(database=a, schema=b), redis',
    );
  });

  it('tells nothing found from nobody looked', () => {
    const spec = { packs: [], selector };
    expect(suggestPacks(spec, packs, new Map())).toEqual({
      items: [],
      selector: 'service="ingestor"',
    });
    expect(suggestPacks(spec, packs, undefined).notice).toMatch(/answered/);
  });
});
