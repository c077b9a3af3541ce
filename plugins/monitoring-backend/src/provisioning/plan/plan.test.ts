import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { aDesired, anActual } from '../__testUtils__/builders';
import { plan } from './plan';
import { PlanOptions } from './types';

const nothing = {
  disabled: [],
  switchedOff: new Set<string>(),
  errors: [],
  incomplete: new Map<string, string>(),
};
const NOW = new Date('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;

const options: PlanOptions = {
  onDrift: 'keep',
  prune: { enabled: true, grace: 24 * HOUR, maxShare: 0.5 },
  complete: true,
  now: NOW,
};

function planFor(
  wanted: ReturnType<typeof aDesired>[],
  there: ReturnType<typeof anActual>[],
  more: Partial<PlanOptions> = {},
  stored: any[] = [],
) {
  return plan(
    { objects: wanted, ...nothing },
    [{ target: 'memory', objects: there }],
    stored,
    { ...options, ...more },
  ).steps;
}

const ours = aDesired('ours', {
  title: 'Ours',
  panels: [{ id: 1, title: 'A' }],
});
const edited = { title: 'Ours', panels: [{ id: 1, title: 'Changed' }] };
const drifted = anActual(ours, {
  content: edited,
  hash: hashContent(edited),
});

describe('plan', () => {
  it('creates what is missing', () => {
    expect(planFor([ours], [])).toEqual([{ action: 'create', object: ours }]);
  });

  it('does nothing when all is as it was written', () => {
    expect(planFor([ours], [anActual(ours)])).toEqual([
      expect.objectContaining({ action: 'nothing' }),
    ]);
  });

  it('updates what nobody touched', () => {
    const before = aDesired('ours', { title: 'Before' });
    expect(planFor([ours], [anActual(before)])).toEqual([
      expect.objectContaining({ action: 'update', object: ours }),
    ]);
  });

  it('keeps what a person edited, and says so', () => {
    expect(planFor([ours], [drifted])).toEqual([
      expect.objectContaining({
        action: 'keep-drifted',
        differences: [
          { path: 'panels[1].title', theirs: 'Changed', ours: 'A' },
        ],
      }),
    ]);
  });

  it('says that an update waits for what a person edited', () => {
    const [step] = planFor([aDesired('ours', { title: 'New' })], [drifted]);
    expect(step).toMatchObject({
      action: 'keep-drifted',
      reason: expect.stringContaining('waits'),
    });
  });

  it('puts ours back when it is told to', () => {
    expect(planFor([ours], [drifted], { onDrift: 'revert' })).toEqual([
      expect.objectContaining({ action: 'revert' }),
    ]);
  });

  it('takes an edit that came to what we want anyway for ours', () => {
    const before = aDesired('ours', { title: 'Before' });
    const same = anActual(ours, {
      owner: { entityRef: ours.entityRef, hash: before.hash },
    });
    expect(planFor([ours], [same])[0].action).toBe('update');
  });

  it.each([
    ['has no mark', anActual(ours, { owner: undefined })],
    [
      'belongs to another entity',
      anActual(ours, {
        owner: { entityRef: 'component:default/other', hash: ours.hash },
      }),
    ],
    [
      'cannot be written',
      anActual(ours, { obstacle: 'Somebody added a rule' }),
    ],
  ])('never touches what %s', (_what, actual) => {
    expect(planFor([ours], [actual])).toEqual([
      expect.objectContaining({ action: 'conflict' }),
    ]);
  });

  describe('deleting', () => {
    const others = [1, 2, 3].map(index => aDesired(`other-${index}`));
    const there = [ours, ...others].map(object => anActual(object));
    const longAgo = {
      ...ours,
      state: 'pending',
      unwantedSince: new Date(NOW.getTime() - 25 * HOUR),
    };

    it('waits for the grace period', () => {
      expect(planFor(others, there).at(-1)).toMatchObject({
        action: 'wait-to-prune',
        since: NOW,
        reason: expect.stringContaining('2026-11-25T12:00:00'),
      });
    });

    it('deletes after the grace period', () => {
      expect(planFor(others, there, {}, [longAgo]).at(-1)).toMatchObject({
        action: 'prune',
        actual: { uid: 'ours' },
      });
    });

    it.each<[string, Partial<PlanOptions>, RegExp]>([
      ['the catalog was read in part', { complete: false }, /read whole/],
      [
        'deleting is switched off',
        { prune: { ...options.prune, enabled: false } },
        /switched off/,
      ],
    ])('never deletes when %s', (_what, more, reason) => {
      expect(planFor(others, there, more, [longAgo]).at(-1)).toMatchObject({
        action: 'wait-to-prune',
        reason: expect.stringMatching(reason),
      });
    });

    const two = ['a', 'b'].flatMap(name =>
      [1, 2].map(index =>
        aDesired(
          `${name}-${index}`,
          { title: name },
          { entityRef: `component:default/${name}` },
        ),
      ),
    );
    const leftLongAgo = (objects: ReturnType<typeof aDesired>[]) =>
      objects.map(object => ({ ...longAgo, ...object }));

    it('deletes nothing at all when too much of several entities would go at once', () => {
      const steps = planFor(
        [],
        two.map(object => anActual(object)),
        {},
        leftLongAgo(two),
      );
      expect(steps).toHaveLength(4);
      for (const step of steps) {
        expect(step).toMatchObject({
          action: 'wait-to-prune',
          braked: true,
          reason: expect.stringContaining('4 of 4 objects'),
        });
      }
    });

    it('deletes the objects of one entity even when there are few others', () => {
      const steps = planFor(
        two.slice(0, 2),
        two.map(object => anActual(object)),
        { prune: { ...options.prune, maxShare: 0.2 } },
        leftLongAgo(two),
      );
      expect(steps.slice(2)).toEqual([
        expect.objectContaining({ action: 'prune' }),
        expect.objectContaining({ action: 'prune' }),
      ]);
    });

    it('does not delete what a person changed', () => {
      const changed = there.map(actual =>
        actual.uid === 'ours' ? drifted : actual,
      );
      expect(planFor(others, changed, {}, [longAgo]).at(-1)).toMatchObject({
        action: 'wait-to-prune',
        reason: expect.stringContaining('A person changed it'),
      });
    });

    it('never deletes what is not ours', () => {
      const foreign = anActual(ours, { owner: undefined });
      expect(planFor([], [foreign], {}, [longAgo])).toEqual([]);
    });
  });

  it('forgets what is neither wanted nor there', () => {
    expect(planFor([], [], {}, [{ ...ours, state: 'in-sync' }])).toEqual([
      expect.objectContaining({ action: 'forget' }),
    ]);
  });

  it('gives no step to objects of a target that could not be listed', () => {
    expect(
      plan({ objects: [ours], ...nothing }, [], [{ ...ours } as any], options),
    ).toEqual({ steps: [] });
  });
});
