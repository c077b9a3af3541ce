import { ConflictError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredFolder } from './api/FoldersApi';
import { GrafanaApiDetector } from './api/GrafanaApis';
import { GrafanaHttp } from './api/GrafanaHttp';
import { RuleGroupsApi } from './api/RuleGroupsApi';
import { search } from './api/search';
import { readRuleOwner } from './alertRuleMarks';
import { OWNER_TAG } from './dashboards/dashboardMarks';
import { isOurUid } from './isOurUid';

/** Content of a desired folder. */
export interface FolderContent extends Record<string, unknown> {
  title: string;
  /** Absent for the one that all others lie in. */
  parentUid?: string;
}

/** More that are not there are not asked for one by one. */
const READ_ALONE = 50;
/** How many names a message has at most. */
const NAMED = 3;

/**
 * Folders in one Grafana: one, and below it one for each owner or system. A folder carries no mark
 * that every API keeps; its uid, a hash of ours, and that it lies below our root are the mark.
 */
export class GrafanaFolders {
  readonly #rules: RuleGroupsApi;

  /** @param options - `rootUid`: of the one that all others lie in */
  constructor(
    private readonly http: GrafanaHttp,
    private readonly apis: GrafanaApiDetector,
    private readonly options: {
      rootUid: string;
      /** Whose all of them are. */
      owner: string;
      publicUrl: string;
    },
  ) {
    this.#rules = new RuleGroupsApi(http);
  }

  /** Those that are wanted, and those of ours that nobody wants any more. */
  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const { folders } = await this.apis.detect(signal);
    const uids = new Set(wanted.map(({ uid }) => uid));
    const found = (await folders.list(signal)).filter(
      folder => uids.has(folder.uid) || this.#isOurs(folder),
    );
    const seen = new Set(found.map(({ uid }) => uid));
    const missing = wanted.filter(({ uid }) => !seen.has(uid));
    if (missing.length <= READ_ALONE) {
      // A list leaves out a folder that was made moments ago; a read does not.
      found.push(...(await this.#findEach(missing, signal)));
    }
    const unwanted = found.filter(({ uid }) => !uids.has(uid));
    const inTheWay = await this.#findForeign(
      unwanted.map(({ uid }) => uid),
      signal,
    );
    return found.map(folder =>
      this.#describe(folder, inTheWay.get(folder.uid)),
    );
  }

  /** The wanted ones alone, with a read of each. */
  async listOf(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const found = await this.#findEach(wanted, signal);
    return found.map(folder => this.#describe(folder));
  }

  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    const { folders } = await this.apis.detect(signal);
    const { title, parentUid } = object.content as FolderContent;
    const folder = { uid: object.uid, title, parentUid };
    if (actual) {
      await folders.update(folder, actual.version as StoredFolder, signal);
    } else {
      await folders.create(folder, signal);
    }
    return { url: this.#urlOf(object.uid) };
  }

  /**
   * Never by force, and never on the word of Grafana alone: its legacy API counts what lies in a
   * folder seconds late, and then deletes all of it.
   *
   * @throws `ConflictError` when something lies in it
   */
  async remove(
    { uid, title }: ActualObject,
    signal?: AbortSignal,
  ): Promise<void> {
    const { folders } = await this.apis.detect(signal);
    const [hit] = await search(this.http, { folderUids: [uid] }, signal);
    const inside =
      hit?.title ??
      (await this.#rules.list(signal)).find(rule => rule.folderUID === uid)
        ?.title;
    if (inside !== undefined) {
      throw new ConflictError(
        `The folder '${title}' is kept: '${inside}' lies in it`,
      );
    }
    const folder = await folders.find(uid, signal);
    if (folder) {
      await folders.remove(folder, signal);
    }
  }

  async #findEach(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<StoredFolder[]> {
    const { folders } = await this.apis.detect(signal);
    const found = await Promise.all(
      wanted.map(({ uid }) => folders.find(uid, signal)),
    );
    return found.flatMap(folder => folder ?? []);
  }

  #isOurs({ uid, parentUid }: StoredFolder): boolean {
    const { rootUid } = this.options;
    return uid === rootUid || (isOurUid(uid) && parentUid === rootUid);
  }

  /** By folder, what is not ours in it, for people. */
  async #findForeign(
    uids: string[],
    signal?: AbortSignal,
  ): Promise<Map<string, string>> {
    const titles = new Map<string, string[]>();
    const add = (folder: string | undefined, title: string) => {
      if (folder !== undefined && uids.includes(folder)) {
        titles.set(folder, [...(titles.get(folder) ?? []), title]);
      }
    };
    if (uids.length > 0) {
      const hits = await search(this.http, { folderUids: uids }, signal);
      for (const { uid, title, type, tags, folderUid } of hits) {
        const isMarked = type === 'dash-folder' || tags.includes(OWNER_TAG);
        // A person's copy of ours carries our tag, and ours may have lost it.
        if (!isMarked || !isOurUid(uid)) {
          add(folderUid, title);
        }
      }
      for (const rule of await this.#rules.list(signal)) {
        if (!readRuleOwner(rule)) {
          add(rule.folderUID, rule.title);
        }
      }
    }
    return new Map(
      [...titles].map(([uid, found]) => {
        const named = found.slice(0, NAMED).map(title => `'${title}'`);
        const more = found.length - named.length;
        return [uid, named.join(', ') + (more > 0 ? ` and ${more} more` : '')];
      }),
    );
  }

  #describe(folder: StoredFolder, foreign?: string): ActualObject {
    const { uid, title, parentUid } = folder;
    // Where a person moved it to is not compared: only what we put below our root has a parent.
    const content: FolderContent = {
      title,
      ...(uid === this.options.rootUid || !parentUid ? {} : { parentUid }),
    };
    const hash = hashContent(content);
    return {
      kind: 'folder',
      uid,
      title,
      url: this.#urlOf(uid),
      // People may rename it: what stands there counts as what was written.
      owner: { entityRef: this.options.owner, hash },
      content,
      hash,
      version: folder,
      ...(parentUid ? { folder: parentUid } : {}),
      ...(foreign
        ? {
            obstacle: `${foreign} in it was not made by Sightline; move it elsewhere, and the folder is deleted`,
          }
        : {}),
    };
  }

  #urlOf(uid: string): string {
    return `${this.options.publicUrl}/dashboards/f/${uid}`;
  }
}
