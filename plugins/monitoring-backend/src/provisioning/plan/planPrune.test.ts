import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { Desired } from '../desired';
import { StoredBrakeAnswer } from '../store';
import { aDesired, anActual } from '../__testUtils__/builders';
import {
  aStored,
  edited,
  HOUR,
  longUnwanted,
  NOW,
  OPTIONS,
  planFor,
  stepsFor,
} from './__testUtils__/planFor';
import { PlanOptions } from './types';

const ours = aDesired('ours');
const others = [1, 2, 3].map(index => aDesired(`other-${index}`));
const there = [ours, ...others].map(object => anActual(object));
const stored = [longUnwanted(ours)];

/** The step for what nobody asks for, among what is wanted. */
function unwantedStep(
  more: Partial<PlanOptions> = {},
  desired: Partial<Desired> = {},
) {
  return stepsFor(others, there, more, stored, desired).at(-1);
}

describe('planPrune', () => {
  it('waits for the grace period', () => {
    expect(stepsFor(others, there).at(-1)).toMatchObject({
      action: 'wait-to-prune',
      since: NOW,
      reason: expect.stringContaining('2026-11-25T12:00:00'),
    });
  });

  it('deletes after the grace period, and says since when nobody asks for it', () => {
    expect(unwantedStep()).toMatchObject({
      action: 'prune',
      actual: { uid: 'ours' },
      reason: 'Nobody has asked for it since 2026-11-23T11:00:00.000Z',
    });
  });

  it.each<[string, Partial<PlanOptions>, RegExp]>([
    ['the catalog was read in part', { complete: false }, /read whole/],
    [
      'deleting is switched off',
      { prune: { ...OPTIONS.prune, enabled: false } },
      /switched off/,
    ],
    [
      'the entity is paused',
      { paused: new Map([[ours.entityRef, 'an incident']]) },
      /paused: an incident/,
    ],
    ['all is paused', { paused: new Map([['all', 'a move']]) }, /: a move/],
  ])('never deletes when %s', (_what, more, reason) => {
    expect(unwantedStep(more)).toMatchObject({
      action: 'wait-to-prune',
      since: stored[0].unwantedSince,
      reason: expect.stringMatching(reason),
    });
  });

  it.each<[string, Partial<PlanOptions>, Partial<Desired>]>([
    [
      'could not be worked out',
      {},
      { errors: [{ entityRef: ours.entityRef, message: 'x' }] },
    ],
    [
      'is known in part',
      {},
      { incomplete: new Map([[ours.entityRef, 'A pack is missing']]) },
    ],
    ['could not be read', { keptEntities: new Set([ours.entityRef]) }, {}],
    ['is not what the run is of', { entityRef: 'component:default/x' }, {}],
    [
      'switched the kind off',
      {},
      { switchedOff: new Set([`${ours.entityRef}|dashboard`]) },
    ],
  ])('keeps all of an entity that %s', (_what, more, desired) => {
    expect(unwantedStep(more, desired)?.action).toBe('nothing');
  });

  it('lets an entity that failed keep nothing of others', () => {
    expect(
      unwantedStep(
        { keptEntities: new Set(['component:default/x']) },
        { errors: [{ entityRef: 'component:default/y', message: 'x' }] },
      )?.action,
    ).toBe('prune');
  });

  it('waits for the next try of what could not be deleted', () => {
    const failed = longUnwanted(ours, {
      state: 'failed',
      retry: {
        failures: 1,
        at: new Date(NOW.getTime() + HOUR).toISOString(),
      },
    });
    expect(stepsFor(others, there, {}, [failed]).at(-1)).toMatchObject({
      action: 'wait-to-prune',
      reason: expect.stringContaining('failed once'),
    });
    expect(
      stepsFor(others, there, { ignoreRetry: true }, [failed]).at(-1)?.action,
    ).toBe('prune');
  });

  it('does not delete what a person changed', () => {
    const changed = there.map(actual =>
      actual.uid === 'ours' ? edited(actual) : actual,
    );
    expect(stepsFor(others, changed, {}, stored).at(-1)).toMatchObject({
      action: 'wait-to-prune',
      reason: expect.stringContaining('A person changed it'),
    });
  });

  it('never deletes what is not ours', () => {
    const foreign = anActual(ours, { owner: undefined });
    expect(stepsFor([], [foreign], {}, stored)).toEqual([]);
  });

  describe('when too much would go at once', () => {
    const objects = ['a', 'b'].flatMap(name =>
      [1, 2].map(index =>
        aDesired(`${name}-${index}`, undefined, {
          entityRef: `component:default/${name}`,
          kind: index === 1 ? 'dashboard' : 'slo-rule-group',
        }),
      ),
    );
    const actual = objects.map(object => anActual(object));
    const gone = objects.map((object, index) =>
      longUnwanted(object, {
        unwantedSince: new Date(NOW.getTime() - (30 + index) * HOUR),
      }),
    );
    const braked = planFor([], actual, {}, gone);
    const answered = (answer: 'delete' | 'keep', digest: string) =>
      planFor(
        [],
        actual,
        { brakeAnswer: { answer, digest, by: 'user:default/guest', at: NOW } },
        gone,
      );

    it('deletes nothing at all, and says what it waits for', () => {
      expect(braked.steps).toHaveLength(4);
      for (const step of braked.steps) {
        expect(step).toMatchObject({
          action: 'wait-to-prune',
          braked: true,
          reason: expect.stringContaining('4 of 4 objects'),
        });
      }
      expect(braked.brake).toEqual({
        digest: expect.stringMatching(/^[0-9a-f]{16}$/),
        objects: 4,
        managed: 4,
        maxShare: 0.5,
        byKind: { dashboard: 2, 'slo-rule-group': 2 },
        entities: [
          {
            entityRef: 'component:default/a',
            objects: 2,
            unwantedSince: '2026-11-23T05:00:00.000Z',
          },
          {
            entityRef: 'component:default/b',
            objects: 2,
            unwantedSince: '2026-11-23T03:00:00.000Z',
          },
        ],
        entityCount: 2,
        since: '2026-11-24T06:00:00.000Z',
      });
    });

    it('deletes exactly what a person agreed to', () => {
      const { steps, brake } = answered('delete', braked.brake!.digest);
      expect(steps.map(({ action }) => action)).toEqual(Array(4).fill('prune'));
      expect(brake).toBeUndefined();
    });

    it('asks anew when it is another set', () => {
      const { digest } = braked.brake!;
      expect(answered('delete', 'other').brake).toEqual(braked.brake);
      const more = aDesired('more', undefined, {
        entityRef: 'component:default/c',
      });
      const { steps, brake } = planFor(
        [],
        [...actual, anActual(more)],
        { brakeAnswer: { answer: 'delete', digest, by: 'x', at: NOW } },
        [...gone, longUnwanted(more)],
      );
      expect(steps.some(({ action }) => action === 'prune')).toBe(false);
      expect(brake?.digest).not.toBe(digest);
      expect(brake?.answer).toBeUndefined();
    });

    it('asks anew when the same objects came back and are unwanted again', () => {
      const { digest } = braked.brake!;
      const again = objects.map(object => longUnwanted(object));
      const { steps, brake } = planFor(
        [],
        actual,
        { brakeAnswer: { answer: 'delete', digest, by: 'x', at: NOW } },
        again,
      );
      expect(steps.some(({ action }) => action === 'prune')).toBe(false);
      expect(brake?.answer).toBeUndefined();
    });

    it.each<[string, StoredBrakeAnswer['answer'] | undefined, string]>([
      ['nobody answered', undefined, 'wait-to-prune'],
      ['a person decided to keep', 'keep', 'wait-to-prune'],
      ['a person agreed', 'delete', 'prune'],
    ])(
      'holds when %s and a target is away, though what is left is not too much: %s',
      (_what, answer, action) => {
        const { digest } = braked.brake!;
        const kept = Array.from({ length: 10 }, (_, index) =>
          aDesired(`kept-${index}`),
        );
        const { steps, brake } = planFor(
          kept,
          [...actual, ...kept.map(object => anActual(object))],
          {
            unlisted: new Set(['elsewhere']),
            brakeBefore: braked.brake,
            ...(answer
              ? { brakeAnswer: { answer, digest, by: 'x', at: NOW } }
              : {}),
          },
          gone,
        );
        expect(steps.slice(-4).map(step => step.action)).toEqual(
          Array(4).fill(action),
        );
        expect(brake?.digest).toBe(action === 'prune' ? undefined : digest);
        expect(brake?.answer?.answer).toBe(
          action === 'prune' ? undefined : answer,
        );
      },
    );

    it('keeps what a person said stays, and says who', () => {
      const { steps, brake } = answered('keep', braked.brake!.digest);
      expect(steps[0]).toMatchObject({
        action: 'wait-to-prune',
        reason: expect.stringMatching(/^user:default\/guest decided to keep/),
      });
      expect(brake?.answer).toEqual({
        answer: 'keep',
        by: 'user:default/guest',
        at: NOW.toISOString(),
      });
    });

    it('keeps it also when it is too much no longer', () => {
      const { steps, brake } = planFor(
        [],
        actual,
        {
          prune: { ...OPTIONS.prune, maxShare: 1 },
          brakeAnswer: {
            answer: 'keep',
            digest: braked.brake!.digest,
            by: 'user:default/guest',
            at: NOW,
          },
        },
        gone,
      );
      expect(steps.some(({ action }) => action === 'prune')).toBe(false);
      expect(brake?.answer?.answer).toBe('keep');
    });

    it('waits for a person although this run makes as much as would go', () => {
      const made = [1, 2, 3, 4, 5].map(index => aDesired(`made-${index}`));
      const options = { prune: { ...OPTIONS.prune, maxShare: 0.4 } };
      const first = planFor(made, actual, options, gone);
      expect(first.brake).toMatchObject({ objects: 4, managed: 9 });
      const second = planFor(
        made,
        [...actual, ...made.map(object => anActual(object))],
        options,
        gone,
      );
      expect(second.brake).toEqual(first.brake);
    });

    it('names at most 50 entities, and counts all', () => {
      const many = Array.from({ length: 60 }, (_, index) =>
        aDesired(`d-${index}`, undefined, {
          entityRef: `component:default/c-${index}`,
        }),
      );
      const { brake } = planFor(
        [],
        many.map(object => anActual(object)),
        {},
        many.map(object => longUnwanted(object)),
      );
      expect(brake?.entities).toHaveLength(50);
      expect(brake?.entityCount).toBe(60);
    });

    it('lets one entity go alone', () => {
      const steps = stepsFor(
        objects.slice(0, 2),
        actual,
        { prune: { ...OPTIONS.prune, maxShare: 0.2 } },
        gone,
      );
      expect(steps.slice(2)).toEqual([
        expect.objectContaining({ action: 'prune' }),
        expect.objectContaining({ action: 'prune' }),
      ]);
    });
  });

  describe('of folders', () => {
    const folder = (uid: string) =>
      aDesired(uid, undefined, {
        key: `sightline/default|folder|${uid}`,
        kind: 'folder',
        entityRef: 'sightline/default',
      });
    const outer = anActual(folder('outer'));
    const inner = anActual(folder('inner'), { folder: 'outer' });
    const dashboard = anActual(ours, { folder: 'inner' });
    const gone = [
      longUnwanted(ours),
      longUnwanted(folder('outer')),
      longUnwanted(folder('inner')),
    ];
    const actions = (steps: ReturnType<typeof stepsFor>) =>
      steps.map(step => [
        step.action,
        'actual' in step ? step.actual?.uid : undefined,
      ]);

    it('deletes them last, the inner before the outer', () => {
      expect(
        actions(stepsFor([], [outer, inner, dashboard], {}, gone)),
      ).toEqual([
        ['prune', 'ours'],
        ['prune', 'inner'],
        ['prune', 'outer'],
      ]);
    });

    it.each<[string, DesiredObject[], typeof dashboard]>([
      ['a person changed', [], edited(dashboard)],
      ['is wanted', [ours], dashboard],
      ['is not ours', [], { ...dashboard, owner: undefined }],
    ])(
      'keeps them while something lies in them that %s',
      (_w, wanted, actual) => {
        const steps = stepsFor(wanted, [outer, inner, actual], {}, gone);
        expect(steps.slice(-2)).toEqual([
          expect.objectContaining({
            action: 'wait-to-prune',
            reason: "'ours' lies in it; a folder goes last",
          }),
          expect.objectContaining({
            action: 'wait-to-prune',
            reason: "'inner' lies in it; a folder goes last",
          }),
        ]);
      },
    );

    it('keeps one that is to be filled', () => {
      const wanted = { ...ours, folder: 'inner' };
      expect(actions(stepsFor([wanted], [outer, inner], {}, gone))).toEqual([
        ['create', undefined],
        ['wait-to-prune', 'inner'],
        ['wait-to-prune', 'outer'],
      ]);
    });

    it('takes one that a person renamed for ours still', () => {
      expect(
        actions(stepsFor([], [{ ...outer, hash: 'renamed' }], {}, gone)),
      ).toContainEqual(['prune', 'outer']);
    });
  });

  describe('before Sightline is uninstalled', () => {
    const remove: Partial<PlanOptions> = {
      mode: 'remove',
      complete: false,
      keptEntities: new Set([ours.entityRef]),
      prune: { enabled: false, grace: 24 * HOUR, maxShare: 0 },
    };

    it('deletes all that is ours, wanted or not, at once and without a brake', () => {
      const foreign = anActual(aDesired('foreign'), { owner: undefined });
      const { steps, brake } = planFor(
        [ours, ...others],
        [...there, foreign],
        remove,
        [aStored(ours)],
        { switchedOff: new Set([`${ours.entityRef}|dashboard`]) },
      );
      expect(brake).toBeUndefined();
      expect(steps).toHaveLength(4);
      for (const step of steps) {
        expect(step).toMatchObject({
          action: 'prune',
          reason: 'Everything that Sightline made is removed',
        });
      }
    });

    it('keeps what a person changed, and names it', () => {
      const changed = [edited(there[0])];
      expect(stepsFor([], changed, remove)[0]).toMatchObject({
        action: 'wait-to-prune',
        reason: expect.stringContaining("A person changed 'ours'"),
      });
      expect(
        stepsFor([], changed, { ...remove, onDrift: 'revert' })[0].action,
      ).toBe('prune');
    });

    it('keeps what is paused or must not be touched', () => {
      expect(
        stepsFor([], there, {
          ...remove,
          paused: new Map([['all', 'an incident']]),
        })[0].action,
      ).toBe('wait-to-prune');
      expect(
        stepsFor([], [{ ...there[0], obstacle: 'Full' }], remove)[0],
      ).toMatchObject({ action: 'wait-to-prune', reason: 'Full' });
    });

    it('forgets what is gone', () => {
      expect(stepsFor([], [], remove, [aStored(ours)])).toEqual([
        expect.objectContaining({ action: 'forget' }),
      ]);
    });
  });

  it('deletes what tells before who is told', () => {
    const kinds = [
      'mute-timing',
      'contact-point',
      'dashboard',
      'slo-rule-group',
      'alert-rule-group',
    ] as const;
    const objects = kinds.map(kind => aDesired(kind, undefined, { kind }));
    expect(
      stepsFor(
        [],
        objects.map(object => anActual(object)),
        {},
        objects.map(object => longUnwanted(object)),
      ).map(step => 'actual' in step && step.actual?.kind),
    ).toEqual([
      'alert-rule-group',
      'slo-rule-group',
      'dashboard',
      'contact-point',
      'mute-timing',
    ]);
  });
});
