import fc from 'fast-check';
import { anSlo } from '../__testUtils__/anSlo';
import { evaluateSloStatus } from './evaluateSloStatus';
import { sloRollups } from './sloRollups';
import { SloStatus } from '../types';

const base = evaluateSloStatus({
  slo: anSlo(),
});

function status(system: string | undefined, part: Partial<SloStatus>) {
  return { ...base, system, ...part };
}

const events = (bad: number, total: number) => ({
  bad,
  total,
  allowedBad: total * 0.01,
});

describe('sloRollups', () => {
  it('weighs every event the same', () => {
    const [rollup] = sloRollups(
      [
        status('system:default/media', {
          state: 'ok',
          events: events(10, 990_000),
        }),
        status('system:default/media', {
          state: 'exhausted',
          events: events(5_000, 10_000),
        }),
      ],
      'system',
    );
    expect(rollup).toMatchObject({
      ref: 'system:default/media',
      total: 2,
      combined: 2,
      worst: 'exhausted',
      events: { bad: 5_010, total: 1_000_000, allowedBad: 10_000 },
    });
    expect(rollup.sli).toBeCloseTo(0.99499, 12);
    expect(rollup.budgetRemaining).toBeCloseTo(0.499, 12);
    expect(rollup.counts).toMatchObject({ ok: 1, exhausted: 1, burning: 0 });
  });

  it('adds no minutes and slices to events, and counts their states', () => {
    const [rollup] = sloRollups(
      [
        status('system:default/a', { state: 'ok', events: events(0, 100) }),
        status('system:default/a', {
          state: 'warning',
          countedIn: 'minutes',
          events: events(40_000, 43_200),
        }),
        status('system:default/a', {
          state: 'ok',
          countedIn: 'slices',
          events: events(1, 2),
        }),
      ],
      'system',
    );
    expect(rollup).toMatchObject({
      sli: 1,
      budgetRemaining: 1,
      total: 3,
      combined: 1,
    });
    expect(rollup.worst).toBe('warning');
  });

  it.each([
    ['there are none', undefined],
    ['none happened', events(0, 0)],
  ])('has no figures of events when %s', (_, none) => {
    const [rollup] = sloRollups(
      [status(undefined, { state: 'no-traffic', events: none })],
      'domain',
    );
    expect(rollup).toEqual({
      counts: expect.objectContaining({ 'no-traffic': 1 }),
      worst: 'no-traffic',
      total: 1,
      combined: none ? 1 : 0,
    });
  });

  it('puts the worst first', () => {
    const named = (name: string, ...states: SloStatus['state'][]) =>
      states.map(state => status(`system:default/${name}`, { state }));
    const rollups = sloRollups(
      [
        ...named('fine', 'ok', 'ok'),
        ...named('gone', 'exhausted', 'ok'),
        ...named('burns', 'burning'),
        ...named('burns-twice', 'burning', 'burning', 'ok'),
        ...named('another-fine', 'ok'),
        status(undefined, { state: 'ok' }),
      ],
      'system',
    );
    expect(rollups.map(({ ref }) => ref?.split('/')[1])).toEqual([
      'burns-twice',
      'burns',
      'gone',
      'another-fine',
      'fine',
      undefined,
    ]);
  });

  it('has every SLO once, and the events of all', () => {
    const owner = fc.constantFrom(
      undefined,
      'group:default/a',
      'group:default/b',
    );
    const count = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(owner, count, count)), list => {
        const slos = list.map(([who, bad, good]) => ({
          ...status(undefined, {
            state: 'ok',
            events: events(bad, bad + good),
          }),
          owner: who,
        }));
        const rollups = sloRollups(slos, 'owner');
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(rollups.map(({ total }) => total))).toBe(slos.length);
        expect(sum(rollups.map(one => one.events?.bad ?? 0))).toBe(
          sum(list.map(([, bad]) => bad)),
        );
        for (const { sli } of rollups) {
          expect(sli ?? 0).toBeGreaterThanOrEqual(0);
          expect(sli ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
