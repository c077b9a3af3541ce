import { aDesired, anActual } from '../__testUtils__/builders';
import {
  aStored,
  edited,
  HOUR,
  NOTHING_WANTED,
  NOW,
  OPTIONS as options,
  stepsFor,
} from './__testUtils__/planFor';
import { Desired } from '../desired';
import { StoredObject } from '../store';
import { plan } from './plan';
import { PlanOptions } from './types';

const ours = aDesired('ours', {
  title: 'Ours',
  panels: [{ id: 1, title: 'A' }],
});
const drifted = edited(anActual(ours), {
  title: 'Ours',
  panels: [{ id: 1, title: 'Changed' }],
});
const otherEntitys = aDesired('other', undefined, {
  entityRef: 'component:default/other',
});

describe('plan', () => {
  it('creates what is missing', () => {
    expect(stepsFor([ours], [])).toEqual([{ action: 'create', object: ours }]);
  });

  it('does nothing when all is as it was written', () => {
    expect(stepsFor([ours], [anActual(ours)])).toEqual([
      expect.objectContaining({ action: 'nothing' }),
    ]);
  });

  it('updates what nobody touched', () => {
    const before = aDesired('ours', { title: 'Before' });
    expect(stepsFor([ours], [anActual(before)])).toEqual([
      expect.objectContaining({ action: 'update', object: ours }),
    ]);
  });

  it('keeps what a person edited, and says so', () => {
    expect(stepsFor([ours], [drifted])).toEqual([
      expect.objectContaining({
        action: 'keep-drifted',
        differences: [
          { path: 'panels[1].title', theirs: 'Changed', ours: 'A' },
        ],
      }),
    ]);
  });

  it('says that an update waits for what a person edited', () => {
    const [step] = stepsFor([aDesired('ours', { title: 'New' })], [drifted]);
    expect(step).toMatchObject({
      action: 'keep-drifted',
      reason: expect.stringContaining('waits'),
    });
  });

  it('puts ours back when it is told to', () => {
    expect(stepsFor([ours], [drifted], { onDrift: 'revert' })).toEqual([
      expect.objectContaining({ action: 'revert' }),
    ]);
  });

  it('takes an edit that came to what we want anyway for ours', () => {
    const before = aDesired('ours', { title: 'Before' });
    const same = anActual(ours, {
      owner: { entityRef: ours.entityRef, hash: before.hash },
    });
    expect(stepsFor([ours], [same])[0].action).toBe('update');
  });

  it('says of what belongs to another entity how the place gets free', () => {
    const actual = anActual(ours, {
      owner: { entityRef: otherEntitys.entityRef, hash: ours.hash },
    });
    expect(
      stepsFor([ours, otherEntitys], [actual, anActual(otherEntitys)])[0],
    ).toMatchObject({
      action: 'conflict',
      reason: `'ours' belongs to ${otherEntitys.entityRef}; it is left as it is: remove it when that entity does not need it any more, and the next run creates ours`,
    });
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
    expect(
      stepsFor([ours, otherEntitys], [actual, anActual(otherEntitys)])[0],
    ).toMatchObject({ action: 'conflict' });
  });

  describe('of what an entity left that is gone', () => {
    const left = anActual(ours, {
      owner: { entityRef: 'component:default/gone', hash: ours.hash },
    });

    it('gives it to the entity whose place it has: a renamed one has its name again', () => {
      expect(stepsFor([ours], [left])).toEqual([
        expect.objectContaining({
          action: 'update',
          reason:
            'component:default/gone is now named component:default/ingestor',
        }),
      ]);
      expect(stepsFor([ours], [edited(left)])[0].action).toBe('keep-drifted');
    });

    it.each<[string, Partial<PlanOptions>, Partial<Desired>]>([
      ['the catalog was not read whole', { complete: false }, {}],
      ['the run is of one entity', { entityRef: ours.entityRef }, {}],
      [
        'it is paused',
        { paused: new Map([['component:default/gone', 'x']]) },
        {},
      ],
      [
        'it could not be read',
        { keptEntities: new Set(['component:default/gone']) },
        {},
      ],
      [
        'it switched the kind off',
        {},
        { switchedOff: new Set(['component:default/gone|dashboard']) },
      ],
    ])('leaves it while %s', (_when, more, desired) => {
      expect(stepsFor([ours], [left], more, [], desired)[0].action).toBe(
        'conflict',
      );
    });
  });

  it('forgets what is neither wanted nor there', () => {
    expect(stepsFor([], [], {}, [aStored(ours)])).toEqual([
      expect.objectContaining({ action: 'forget' }),
    ]);
  });

  it('forgets what lies in a target that is configured no more', () => {
    const moved = aStored(ours, { target: 'gone' });
    const away = aStored(ours, { target: 'away', key: 'other' });
    const unlisted = new Set(['away']);
    expect(stepsFor([], [], { unlisted }, [moved, away])).toEqual([
      { action: 'forget', stored: moved },
    ]);
  });

  it('gives no step to objects of a target that could not be listed', () => {
    expect(
      plan(
        { ...NOTHING_WANTED, objects: [ours] },
        [],
        [aStored(ours)],
        options,
      ),
    ).toEqual({ steps: [] });
  });

  it.each<[string, Partial<PlanOptions>, Partial<Desired>]>([
    ['the catalog was not read whole', { complete: false }, {}],
    [
      'the entity could not be read',
      { keptEntities: new Set([ours.entityRef]) },
      {},
    ],
    [
      'the entity could not be worked out',
      {},
      { errors: [{ entityRef: ours.entityRef, message: 'x' }] },
    ],
  ])('forgets nothing while %s', (_when, more, desired) => {
    expect(stepsFor([], [], more, [aStored(ours)], desired)).toEqual([]);
  });

  describe('of an entity that was renamed', () => {
    const renamed = { ...ours, entityRef: 'component:default/new' };
    const marked = anActual(ours);

    it('is a conflict when nobody says so', () => {
      const former = aDesired('former');
      expect(stepsFor([renamed, former], [marked])[0].action).toBe('conflict');
    });

    it('renews the mark, and only once', () => {
      const object = { ...renamed, formerEntityRef: ours.entityRef };
      expect(stepsFor([object], [marked])).toEqual([
        {
          action: 'update',
          object,
          actual: marked,
          reason:
            'component:default/ingestor is now named component:default/new',
          differences: [],
        },
      ]);
      expect(stepsFor([object], [anActual(renamed)])[0].action).toBe('nothing');
    });
  });

  describe('of an object that lies elsewhere', () => {
    const misplaced = anActual(ours, { misplaced: 'Team A' });

    it('moves it', () => {
      expect(stepsFor([ours], [misplaced])).toEqual([
        expect.objectContaining({
          action: 'move',
          reason: expect.stringContaining("'Team A'"),
        }),
      ]);
    });

    it('moves it with an update that is due anyway', () => {
      expect(
        stepsFor([aDesired('ours', { title: 'New' })], [misplaced]),
      ).toEqual([
        expect.objectContaining({
          action: 'update',
          reason: expect.stringMatching(/pack changed.*moves out of 'Team A'/),
        }),
      ]);
    });

    it("leaves it there while a person's edit is kept", () => {
      expect(
        stepsFor([ours], [{ ...drifted, misplaced: 'Team A' }])[0].action,
      ).toBe('keep-drifted');
    });
  });

  describe('of what is paused', () => {
    const why = 'user:default/guest paused it';

    it.each(['all', ours.entityRef])('writes nothing (%s)', ref => {
      const paused = new Map([[ref, why]]);
      const before = anActual(aDesired('ours', { title: 'Before' }));
      for (const there of [[], [before], [{ ...before, misplaced: 'x' }]]) {
        expect(stepsFor([ours], there, { paused })).toEqual([
          expect.objectContaining({
            action: 'paused',
            reason: `Paused: ${why}`,
          }),
        ]);
      }
      expect(
        stepsFor([ours], [drifted], { paused, onDrift: 'revert' })[0].action,
      ).toBe('paused');
      expect(stepsFor([ours], [anActual(ours)], { paused })[0].action).toBe(
        'nothing',
      );
      expect(stepsFor([ours], [drifted], { paused })[0].action).toBe(
        'keep-drifted',
      );
    });

    it('writes what is of others', () => {
      const paused = new Map([['component:default/other', why]]);
      expect(stepsFor([ours], [], { paused })[0].action).toBe('create');
    });

    it('stays paused under a new name', () => {
      const paused = new Map([[ours.entityRef, why]]);
      const object = {
        ...ours,
        entityRef: 'component:default/new',
        formerEntityRef: ours.entityRef,
      };
      expect(stepsFor([object], [], { paused })[0].action).toBe('paused');
    });
  });

  describe('of what failed', () => {
    const failed = (at: number, failures = 3) =>
      aStored(ours, {
        state: 'failed',
        failedHash: ours.hash,
        retry: { failures, at: new Date(at).toISOString() },
      });
    const later = NOW.getTime() + HOUR;

    it('waits for its next try, and says when and how often it failed', () => {
      expect(stepsFor([ours], [], {}, [failed(later)])).toEqual([
        {
          action: 'wait-to-retry',
          object: ours,
          reason:
            'It failed 3 times in a row; it is tried again after 2026-11-24T13:00:00.000Z',
        },
      ]);
      expect(stepsFor([ours], [], {}, [failed(later, 1)])[0]).toMatchObject({
        reason: expect.stringContaining('failed once;'),
      });
    });

    it.each<[string, StoredObject, Partial<PlanOptions>]>([
      ['the try is due', failed(NOW.getTime()), {}],
      ['a person asks for it', failed(later), { ignoreRetry: true }],
      ['other content is wanted', { ...failed(later), failedHash: 'x' }, {}],
    ])('is tried when %s', (_when, stored, more) => {
      expect(stepsFor([ours], [], more, [stored])[0].action).toBe('create');
    });

    it('is nothing to wait for when somebody else made it right', () => {
      expect(
        stepsFor([ours], [anActual(ours)], {}, [failed(later)])[0].action,
      ).toBe('nothing');
    });
  });
});
