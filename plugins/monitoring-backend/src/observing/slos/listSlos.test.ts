import {
  BurnRatePair,
  evaluateSloStatus,
  SloListQuery,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { anSlo } from '../__testUtils__/builders';
import { listSlos } from './listSlos';

function anSloStatus(service: string, part: Partial<SloStatus>): SloStatus {
  return { ...evaluateSloStatus({ slo: anSlo(service) }), ...part };
}

const slos = [
  anSloStatus('gateway', {
    state: 'ok',
    budgetRemaining: 0.5,
    owner: 'group:default/edge',
  }),
  anSloStatus('ingestor', {
    state: 'burning',
    budgetRemaining: 0.6,
    owner: 'group:default/media',
    system: 'system:default/media',
  }),
  anSloStatus('media-service', {
    state: 'ok',
    budgetRemaining: 0.1,
    owner: 'group:default/media',
    title: 'Latency ≤ 500 ms',
  }),
  anSloStatus('cdn', { state: 'stale' }),
];
const names = (list: { items: SloStatus[] }) =>
  list.items.map(({ entityRef }) => entityRef.split('/')[1]);

describe('listSlos', () => {
  it('lists the most urgent first', () => {
    const list = listSlos(slos, {});
    expect(names(list)).toEqual([
      'ingestor',
      'cdn',
      'media-service',
      'gateway',
    ]);
    expect(list.nextCursor).toBeUndefined();
  });

  it.each([
    ['budget' as const, ['media-service', 'gateway', 'ingestor', 'cdn']],
    ['name' as const, ['cdn', 'gateway', 'ingestor', 'media-service']],
  ])('sorts by %s', (sort, expected) => {
    expect(names(listSlos(slos, { sort }))).toEqual(expected);
  });

  describe('by a figure', () => {
    const figures = [
      anSloStatus('a', {
        sli: 0.99,
        timeToExhaustion: 60,
        owner: 'group:default/b',
        burnRates: [{ longBurnRate: 2 } as BurnRatePair],
      }),
      anSloStatus('b', {
        sli: 0.9,
        budgetRemaining: -1,
        owner: 'group:default/a',
        burnRates: [{ longBurnRate: 9 } as BurnRatePair],
      }),
      anSloStatus('c', { budgetRemaining: 0.5, burnRates: [] }),
    ];

    it.each<[SloListQuery, string]>([
      [{ sort: 'sli' }, 'bac'],
      [{ sort: 'sli', order: 'desc' }, 'abc'],
      [{ sort: 'gone' }, 'abc'],
      [{ sort: 'gone', order: 'desc' }, 'abc'],
      [{ sort: 'burn' }, 'bac'],
      [{ sort: 'burn', order: 'desc' }, 'bac'],
      [{ sort: 'burn', order: 'asc' }, 'abc'],
      [{ sort: 'budget', order: 'asc' }, 'bca'],
      [{ sort: 'budget', order: 'desc' }, 'cba'],
      [{ sort: 'owner' }, 'bac'],
      [{ sort: 'owner', order: 'desc' }, 'abc'],
      [{ sort: 'name', order: 'desc' }, 'cba'],
    ])('%j has those without it last: %s', (query, expected) => {
      expect(names(listSlos(figures, query)).join('')).toBe(expected);
    });
  });

  it('turns urgency round', () => {
    expect(names(listSlos(slos, { order: 'desc' }))).toEqual(
      names(listSlos(slos, {})).reverse(),
    );
  });

  it('counts the entities that match, in whatever state', () => {
    const twice = [...slos, anSloStatus('cdn', { state: 'ok' })];
    expect(listSlos(twice, { state: ['burning'] }).entities).toBe(4);
  });

  it('filters by domain', () => {
    const domain = 'domain:default/media';
    expect(
      names(
        listSlos([...slos, anSloStatus('x', { domain })], { domain: [domain] }),
      ),
    ).toEqual(['x']);
  });

  it.each([
    [{ owner: ['group:default/media'] }, ['ingestor', 'media-service']],
    [{ system: ['system:default/media'] }, ['ingestor']],
    [{ state: ['ok' as const] }, ['media-service', 'gateway']],
    [{ search: 'LATENCY' }, ['media-service']],
    [{ search: 'gate' }, ['gateway']],
    [{ search: 'component' }, []],
  ])('filters by %j', (query, expected) => {
    expect(names(listSlos(slos, query))).toEqual(expected);
  });

  it('counts by state whatever state is asked for', () => {
    const list = listSlos(slos, { state: ['stale'] });
    expect(list.totalItems).toBe(1);
    expect(list.counts).toMatchObject({
      ok: 2,
      burning: 1,
      stale: 1,
      young: 0,
    });
  });

  it('gives every SLO once, page by page', () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = listSlos(slos, { limit: 3, cursor });
      expect(page.totalItems).toBe(4);
      seen.push(...names(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['ingestor', 'cdn', 'media-service', 'gateway']);
  });

  it('refuses a cursor that it did not give out', () => {
    expect(() => listSlos(slos, { cursor: 'bm9uc2Vuc2U' })).toThrow(
      "The parameter 'cursor' is not one that this list gave out",
    );
  });
});
