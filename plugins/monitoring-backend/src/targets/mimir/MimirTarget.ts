import { ConflictError } from '@backstage/errors';
import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { MimirConfig } from '../../config';
import { checkRuleGroups } from '../ruleFiles/checkRuleGroups';
import { hashGroup } from './groupContent';
import { GroupLimitError } from './GroupLimitError';
import { markGroup, readGroup } from './groupMarks';
import { KnownGroups } from './KnownGroups';
import {
  groupNames,
  GroupVersions,
  KnownGroup,
  listObjects,
} from './listObjects';
import { MimirRulerClient, RulerGroup } from './MimirRulerClient';

/** Recorded: 13 to 20 s until a group is listed and evaluated, 16 to 20 s after an update. */
const NOTE = 'Stored; Mimir takes it up within about 30 s';

/** Groups are written one by one and as a whole, so that writes do not meet (recording `ruler.concurrent`). */
const PARALLEL_WRITES = 4;

/** The groups that have the mark of an entity, or a name that is wanted. */
function concerning(
  groups: KnownGroup[],
  entityRef: string,
  wanted: DesiredObject[],
): KnownGroup[] {
  const names = new Set(wanted.flatMap(groupNames));
  return groups.filter(
    ({ name, mark }) => mark?.entityRef === entityRef || names.has(name),
  );
}

/** Whether a group could concern an entity: names and marks of ours say whose they are. */
function mentions(
  text: string,
  entityRef: string,
  wanted: DesiredObject[],
): boolean {
  return (
    text.includes(entityRef) ||
    wanted.some(({ key }) => text.includes(key.split('|')[0]))
  );
}

/** The groups of what is wanted otherwise, whose content somebody has to look at. */
function unsettled(found: ActualObject[], wanted: DesiredObject[]) {
  const hashes = new Map(wanted.map(({ uid, hash }) => [uid, hash]));
  return new Set(
    found
      .filter(({ uid, hash }) => (hashes.get(uid) ?? hash) !== hash)
      .flatMap(({ version }) => Object.keys(version as GroupVersions)),
  );
}

interface WriteOptions {
  signal?: AbortSignal;
}

/**
 * Rule groups in the ruler of one tenant of a Mimir: an object is one or several groups in our
 * namespace. Everybody else's groups there are left alone.
 */
export class MimirTarget implements ProvisioningTarget {
  readonly id: string;
  readonly title: string;
  readonly #ruler: MimirRulerClient;
  readonly #known: KnownGroups;
  /** Set while the tenant has all the groups that it may have: a new one must not take a place. */
  #full: GroupLimitError | undefined;

  static fromConfig(
    config: MimirConfig,
    options: { fetch?: typeof fetch } = {},
  ): MimirTarget {
    return new MimirTarget(config, options);
  }

  private constructor(config: MimirConfig, options: { fetch?: typeof fetch }) {
    this.id = `mimir:${config.id}`;
    this.title = `Mimir '${config.id}'`;
    this.#ruler = MimirRulerClient.fromConfig(config, options);
    this.#known = new KnownGroups(text => this.#ruler.parseGroups(text));
  }

  parallelWrites(): number {
    return PARALLEL_WRITES;
  }

  /** One read, however many groups there are; for one entity only its own are parsed. */
  async list(
    wanted: DesiredObject[],
    options: { signal?: AbortSignal; entityRef?: string },
  ): Promise<ActualObject[]> {
    const { entityRef, signal } = options;
    this.#full = undefined;
    const texts = this.#ruler.splitNamespace(
      await this.#ruler.readNamespace(signal),
    );
    const find = (withContent: Set<string>) => {
      if (entityRef === undefined) {
        const groups = this.#known.read(texts, { all: true, withContent });
        return listObjects(groups, wanted);
      }
      const groups = this.#known.read(
        texts.filter(text => mentions(text, entityRef, wanted)),
        { all: false, withContent },
      );
      return listObjects(concerning(groups, entityRef, wanted), wanted);
    };
    const found = find(new Set());
    const names = unsettled(found, wanted);
    return names.size > 0 ? find(names) : found;
  }

  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    options: WriteOptions,
  ): Promise<{ url?: string; note?: string }> {
    const wanted = object.content.groups as RuleGroup[];
    checkRuleGroups(wanted);
    const versions = (actual?.version ?? {}) as GroupVersions;
    const names = new Set(wanted.map(({ name }) => name));
    let obsolete = Object.keys(versions).filter(
      name => versions[name].ours && !names.has(name),
    );
    for (const one of wanted) {
      const { group } = readGroup(one as unknown as RulerGroup);
      const marked = markGroup(group, {
        key: object.key,
        entityRef: object.entityRef,
        hash: hashGroup(group),
      });
      const now = await this.#assertUnchanged(group.name, versions, options);
      if (!now || hashGroup(now) !== hashGroup(marked)) {
        try {
          await this.#save(marked, now, options);
        } catch (error) {
          if (!(error instanceof GroupLimitError) || obsolete.length === 0) {
            throw error;
          }
          // Those that it has no more make room for the new ones.
          await this.#delete(obsolete, versions, options);
          obsolete = [];
          this.#full = undefined;
          await this.#save(marked, now, options);
        }
        await this.#assertWritten(marked, options);
      }
    }
    await this.#delete(obsolete, versions, options);
    return { note: NOTE };
  }

  async remove(actual: ActualObject, options: WriteOptions): Promise<void> {
    const versions = actual.version as GroupVersions;
    await this.#delete(
      Object.keys(versions).filter(name => versions[name].ours),
      versions,
      options,
    );
  }

  /**
   * Saves a group. At its limit the ruler refuses to replace one too, because it counts it twice
   * (recording `ruler.at_the_limit`): it is then deleted first, which keeps the state of its alerts
   * when the new one follows at once (recording `ruler.state_kept`).
   */
  async #save(
    group: RulerGroup,
    now: RulerGroup | undefined,
    { signal }: WriteOptions,
  ): Promise<void> {
    if (!now && this.#full) {
      throw this.#full;
    }
    try {
      await this.#ruler.saveGroup(group, signal);
    } catch (error) {
      if (!(error instanceof GroupLimitError)) {
        throw error;
      }
      this.#full = error;
      if (!now || error.actual !== error.limit + 1) {
        throw error;
      }
      await this.#replaceAtLimit(group, now);
    }
  }

  /** Is not stopped half-way, and puts back what was there when it is refused. */
  async #replaceAtLimit(group: RulerGroup, now: RulerGroup): Promise<void> {
    await this.#ruler.deleteGroup(group.name);
    try {
      await this.#ruler.saveGroup(group);
    } catch (error) {
      await this.#ruler.saveGroup(now);
      throw error;
    }
  }

  async #delete(
    names: string[],
    versions: GroupVersions,
    options: WriteOptions,
  ): Promise<void> {
    for (const name of names) {
      if (await this.#assertUnchanged(name, versions, options)) {
        await this.#ruler.deleteGroup(name, options.signal);
      }
    }
  }

  /** @throws `ConflictError` when a person was faster than the run */
  async #assertUnchanged(
    name: string,
    versions: GroupVersions,
    { signal }: WriteOptions,
  ): Promise<RulerGroup | undefined> {
    const now = await this.#ruler.getGroup(name, signal);
    if (now && hashGroup(now) !== versions[name]?.version) {
      throw new ConflictError(
        `The rule group '${name}' was changed by someone else in the meantime`,
      );
    }
    return now;
  }

  /** The ruler drops a field that it does not know, and says nothing (recording `ruler.invalid`). */
  async #assertWritten(
    group: RulerGroup,
    { signal }: WriteOptions,
  ): Promise<void> {
    const now = await this.#ruler.getGroup(group.name, signal);
    if (!now || hashGroup(now) !== hashGroup(group)) {
      throw new ConflictError(
        `The rule group '${group.name}' does not stand in Mimir as it was written; somebody may have been faster, or this version of Mimir does not know all of it`,
      );
    }
  }
}
