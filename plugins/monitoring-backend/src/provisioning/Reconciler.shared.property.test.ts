import fc from 'fast-check';
import { MonitoredEntity } from '../catalog';
import {
  aSharingEntity,
  setUpReconciler,
} from './__testUtils__/setUpReconciler';
import {
  SharedPart,
  SharedSlos,
  sharedSloRules,
  sharedSlosUid,
} from './desired';

jest.setTimeout(120_000);

const TARGET = 'rule-files:default';
const UID = sharedSlosUid(TARGET);
const HOUR = 3_600_000;
const NAMES = ['gateway', 'ingestor', 'player'] as const;
const STATES = [
  'asks',
  'asks otherwise',
  'has rules of its own',
  'is off',
  'is known in part',
  'cannot be read',
  'is paused',
  'is gone',
] as const;
type State = (typeof STATES)[number];

/** In these what an entity gave stays as it was last applied. */
const KEEPS: State[] = [
  'is off',
  'is known in part',
  'cannot be read',
  'is paused',
];

const refOf = (name: string) => `component:default/${name}`;

function entityIn(name: string, state: State): MonitoredEntity[] {
  if (state === 'is gone' || state === 'cannot be read') {
    return [];
  }
  const entity = aSharingEntity(name, {
    ...(state === 'asks' ? {} : { 'monitoring/slos': 'availability 99% 30d' }),
    ...(state === 'has rules of its own'
      ? { 'monitoring/selector': 'job="special"' }
      : {}),
    ...(state === 'is off' ? { 'monitoring/provision': 'dashboards' } : {}),
  });
  if (state === 'is known in part') {
    entity.environments[0].incomplete = 'A pack is missing';
  }
  return [entity];
}

/** What happens next: how each entity stands, after how long, and whose run it is. */
const event = fc.record({
  states: fc.tuple(
    ...NAMES.map(() => fc.constantFrom<State>(...STATES)),
  ) as fc.Arbitrary<State[]>,
  passes: fc.constantFrom(0, HOUR, 30 * HOUR),
  of: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
});

function world() {
  const parts = setUpReconciler({ dashboards: 'none', alerts: 'none' });
  const { catalog, reconciler, state, store } = parts;
  let unreadable: string[] = [];
  const readAll = catalog.readAll;
  catalog.readAll = async options => ({
    ...(await readAll(options)),
    failedRefs: unreadable,
  });
  const readOne = catalog.readOne;
  catalog.readOne = async (entityRef, options) => {
    if (unreadable.includes(entityRef)) {
      throw new Error('The catalog does not answer');
    }
    return readOne(entityRef, options);
  };
  const happen = async (states: State[], passes: number) => {
    state.now = new Date(state.now.getTime() + passes);
    state.entities = NAMES.flatMap((name, index) =>
      entityIn(name, states[index]),
    );
    unreadable = NAMES.filter(
      (_, index) => states[index] === 'cannot be read',
    ).map(refOf);
    store.pauses.clear();
    for (const [index, name] of NAMES.entries()) {
      if (states[index] === 'is paused') {
        await store.savePause(
          { entityRef: refOf(name) },
          { by: 'user:default/lea', at: state.now.toISOString() },
        );
      }
    }
  };
  const runOf = (name?: string) =>
    reconciler.run({
      trigger: 'event',
      entityRef: name === undefined ? undefined : refOf(name),
    });
  return { ...parts, happen, runOf };
}

describe('shared SLO rules, whatever happens to entities,', () => {
  it('are made of what is remembered, keep what may not change, and rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 5 }),
        async events => {
          const { files, store, happen, runOf } = world();
          for (const { states, passes, of } of events) {
            await happen(states, passes);
            const before = new Map(store.parts);
            await runOf(of);
            const keeping = NAMES.filter((_, index) =>
              KEEPS.includes(states[index]),
            ).map(refOf);
            const kept = [...before].filter(([, { entityRef }]) =>
              keeping.includes(entityRef),
            );
            expect(kept.map(([id]) => [id, store.parts.get(id)])).toEqual(kept);
            const parts = [...store.parts.values()].map(
              ({ key, hash, content }): SharedPart => ({
                key,
                hash,
                content: () => content as SharedSlos,
              }),
            );
            expect(files.objects.get(UID)?.hash).toBe(
              parts.length > 0 ? sharedSloRules(TARGET, parts).hash : undefined,
            );
          }
          // A part that moves goes one run after what takes its place.
          await runOf();
          await runOf();
          const { writes } = files;
          const remembered = new Map(store.parts);
          await runOf();
          expect(files.writes).toBe(writes);
          expect(store.parts).toEqual(remembered);
        },
      ),
      { numRuns: 60 },
    );
  });
});
