import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { SHARED_SLOS_OWNER } from '../targets';
import { actualPart } from './actualPart';
import {
  asSharedPart,
  Desired,
  placeOf,
  SharedPart,
  SharedSlos,
  sharedSloRules,
  sharedSlosUid,
} from './desired';
import { groupByTarget } from './groupByTarget';
import { keepUnreadParts } from './keepUnreadParts';
import {
  ActualState,
  keepUnreadRules,
  Moved,
  PlanOptions,
  SharedState,
} from './plan';
import { pauseOf } from './plan/planPause';
import { PartStore, StoredObject, StoredPart } from './store';

interface Split {
  states: ActualState[];
  stored: StoredObject[];
  /** Of each target whose shared rules the run is about. */
  shared: SharedState[];
}

/** What a run has read. */
interface ReadParts {
  /** As they are wanted; by target and key. */
  asked: Map<string, DesiredObject>;
  /** Of the entities that the run is about. */
  own: StoredPart[];
  /** All parts of the targets whose shared rules may change. */
  all: StoredPart[];
  /** Those targets; absent: all, in a run over all. */
  targets?: Set<string>;
}

function idOf({ target, key }: { target: string; key: string }): string {
  return `${target}|${key}`;
}

/**
 * What a run knows of the parts of shared SLO rules: those of the entities that it is about, and all
 * of the rules that it may have to write.
 */
export class RunParts {
  readonly #desired: Desired;
  readonly #parts: ReadParts;
  /** Of parts that are not wanted as they are; by target and key. */
  readonly #contents: Map<string, Record<string, unknown>>;

  /**
   * @param entityRef - of a run of one entity: shared rules are read when it changes its part
   */
  static async read(
    store: PartStore,
    wanted: Desired,
    entityRef?: string,
  ): Promise<RunParts> {
    const own = await store.listParts(
      entityRef === undefined
        ? {}
        : {
            entityRefs: [
              entityRef,
              ...wanted.parts.flatMap(
                ({ formerEntityRef }) => formerEntityRef ?? [],
              ),
            ],
          },
    );
    const desired = await keepUnreadParts(store, wanted, own);
    const asked = new Map(desired.parts.map(part => [idOf(part), part]));
    if (entityRef === undefined) {
      return RunParts.#create(store, desired, { asked, own, all: own });
    }
    const known = new Map(own.map(part => [idOf(part), part]));
    const targets = new Set([
      ...own
        .filter(part => asked.get(idOf(part))?.hash !== part.hash)
        .map(({ target }) => target),
      ...desired.parts
        .filter(part => {
          const before = known.get(idOf(part));
          return (
            before?.hash !== part.hash || before.entityRef !== part.entityRef
          );
        })
        .map(({ target }) => target),
    ]);
    const all =
      targets.size > 0
        ? (await store.listParts()).filter(({ target }) => targets.has(target))
        : [];
    return RunParts.#create(store, desired, { asked, own, all, targets });
  }

  static async #create(
    store: PartStore,
    desired: Desired,
    parts: ReadParts,
  ): Promise<RunParts> {
    const contents = new Map<string, Record<string, unknown>>();
    const unlike = parts.all.filter(
      part => parts.asked.get(idOf(part))?.hash !== part.hash,
    );
    for (const [target, found] of groupByTarget(unlike)) {
      const read = await store.readParts(
        target,
        found.map(({ key }) => key),
      );
      read.forEach((content, key) =>
        contents.set(idOf({ target, key }), content),
      );
    }
    // One that a run on another replica took out between the two reads is gone.
    const gone = new Set(unlike.filter(part => !contents.has(idOf(part))));
    return new RunParts(desired, contents, {
      ...parts,
      all: parts.all.filter(part => !gone.has(part)),
    });
  }

  private constructor(
    desired: Desired,
    contents: Map<string, Record<string, unknown>>,
    parts: ReadParts,
  ) {
    this.#desired = desired;
    this.#contents = contents;
    this.#parts = parts;
  }

  /** Whether the run may write shared rules, and has to know what was last written of them. */
  get isAboutShared(): boolean {
    const { targets } = this.#parts;
    return !targets || targets.size > 0;
  }

  /** What is wanted, with parts in place of the shared rules that the plan makes of them. */
  get desired(): Desired {
    const { objects, parts } = this.#desired;
    return {
      ...this.#desired,
      objects: [
        ...objects.filter(({ entityRef }) => entityRef !== SHARED_SLOS_OWNER),
        ...parts,
      ],
    };
  }

  /** The shared rules as they will probably be, so that targets need not read what is settled. */
  expected(
    options: Pick<PlanOptions, 'paused' | 'keptEntities'>,
  ): DesiredObject[] {
    const remembered = groupByTarget(this.#parts.all);
    const asked = groupByTarget(this.#desired.parts);
    const targets = this.#parts.targets ?? [
      ...remembered.keys(),
      ...asked.keys(),
    ];
    return [...new Set(targets)].flatMap(target => {
      const parts = new Map(
        (remembered.get(target) ?? []).map(part => [
          part.key,
          this.#shared(part),
        ]),
      );
      for (const part of asked.get(target) ?? []) {
        const { entityRef, formerEntityRef } = part;
        const stays =
          pauseOf(options, entityRef, formerEntityRef) !== undefined ||
          this.#desired.incomplete.has(entityRef);
        if (!stays || !parts.has(part.key)) {
          parts.set(part.key, asSharedPart(part));
        }
      }
      return parts.size > 0
        ? [sharedSloRules(target, [...parts.values()])]
        : [];
    });
  }

  /** Notes which own rules of entities stay as they stand, for SLOs that cannot be read any more. */
  keep(states: ActualState[]): void {
    for (const [place, why] of keepUnreadRules(this.#desired, states)) {
      this.#desired.kept.set(place, why);
    }
  }

  /** Takes what is shared, and what moved into or out of it, out of what the plan looks at. */
  split(states: ActualState[], stored: StoredObject[]): Split {
    const rows = new Map(stored.map(row => [placeOf(row), row]));
    const own = groupByTarget(this.#parts.own);
    const remembered = groupByTarget(this.#parts.all);
    const shared: SharedState[] = [];
    const taken = new Set<StoredObject>();
    const left = states.map(({ target, objects }): ActualState => {
      const uid = sharedSlosUid(target);
      const parts = (own.get(target) ?? []).map(part =>
        actualPart(part, () => this.#shared(part).content()),
      );
      const moved: Moved[] = [];
      const held = new Map<string, string>();
      const others = [...objects, ...parts].filter(actual => {
        const place = placeOf({ target, uid: actual.uid });
        const to = this.#desired.moved.get(place);
        if (actual.uid === uid || to === undefined || !actual.owner) {
          return actual.uid !== uid;
        }
        const why =
          this.#desired.incomplete.get(actual.owner.entityRef) ??
          this.#desired.kept.get(place)?.reason;
        if (why !== undefined) {
          held.set(to, `${why}; what it has is kept until that is mended`);
          return true;
        }
        moved.push({ target, actual, stored: rows.get(place), to });
        return false;
      });
      const state: SharedState = {
        target,
        actual: objects.find(actual => actual.uid === uid),
        stored: rows.get(placeOf({ target, uid })),
        remembered: (remembered.get(target) ?? []).map(part =>
          this.#shared(part),
        ),
        moved,
        held,
      };
      const isAbout =
        this.#parts.targets?.has(target) ??
        (state.actual !== undefined ||
          state.stored !== undefined ||
          state.remembered.length > 0 ||
          this.#desired.parts.some(part => part.target === target));
      if (isAbout) {
        shared.push(state);
        moved.forEach(one => one.stored && taken.add(one.stored));
      }
      return { target, objects: isAbout ? others : [...objects, ...parts] };
    });
    return {
      states: left,
      stored: stored.filter(
        row => row.entityRef !== SHARED_SLOS_OWNER && !taken.has(row),
      ),
      shared,
    };
  }

  #shared(part: StoredPart): SharedPart {
    const asked = this.#parts.asked.get(idOf(part));
    return asked?.hash === part.hash
      ? asSharedPart(asked)
      : {
          key: part.key,
          hash: part.hash,
          content: () => (this.#contents.get(idOf(part)) ?? {}) as SharedSlos,
        };
  }
}
