import { ConflictError } from '@backstage/errors';
import { FoldersApi, FolderToSave, StoredFolder } from './FoldersApi';
import { GrafanaHttp } from './GrafanaHttp';
import {
  ANNOTATIONS,
  deleteOptions,
  KubernetesObject,
  ObjectMeta,
  readPages,
} from './kubernetes';

interface FolderSpec {
  title: string;
  description?: string;
}

type Folder = KubernetesObject<FolderSpec>;

function read({ metadata, spec }: Folder): StoredFolder {
  return {
    uid: metadata.name,
    title: spec.title,
    parentUid: metadata.annotations?.[ANNOTATIONS.folder] || undefined,
    version: { metadata, spec },
  };
}

/** Folders by `/apis`. */
export class KubernetesFolders implements FoldersApi {
  /** @param namespace - path of one version of the API and the organisation's namespace in it */
  constructor(
    private readonly http: GrafanaHttp,
    private readonly namespace: string,
  ) {}

  async list(signal?: AbortSignal): Promise<StoredFolder[]> {
    const found: StoredFolder[] = [];
    const pages = readPages<Folder>(this.http, this.#path(), { signal });
    for await (const page of pages) {
      found.push(...page.map(read));
    }
    return found;
  }

  async find(
    uid: string,
    signal?: AbortSignal,
  ): Promise<StoredFolder | undefined> {
    const answer = await this.http.answer({ path: this.#path(uid), signal });
    // To an Editor a folder that is not there is forbidden (recording `folders`).
    return answer.status === 403 || answer.status === 404
      ? undefined
      : read(this.http.read(answer));
  }

  async create(
    { uid, title, parentUid }: FolderToSave,
    signal?: AbortSignal,
  ): Promise<void> {
    const metadata: ObjectMeta = {
      name: uid,
      ...(parentUid
        ? { annotations: { [ANNOTATIONS.folder]: parentUid } }
        : {}),
    };
    const json = { metadata, spec: { title } };
    await this.http.json({ path: this.#path(), json, signal });
  }

  async update(
    { uid, title, parentUid }: FolderToSave,
    before: StoredFolder,
    signal?: AbortSignal,
  ): Promise<void> {
    const { metadata, spec } = this.#version(before);
    await this.http.json({
      method: 'PUT',
      path: this.#path(uid),
      json: {
        metadata: {
          ...metadata,
          annotations: {
            ...metadata.annotations,
            [ANNOTATIONS.folder]: parentUid ?? '',
          },
        },
        spec: { ...spec, title },
      },
      signal,
    });
  }

  async remove(folder: StoredFolder, signal?: AbortSignal): Promise<void> {
    await this.http.jsonOrNothing({
      method: 'DELETE',
      path: this.#path(folder.uid),
      json: deleteOptions(this.#version(folder).metadata),
      signal,
    });
  }

  #version({ uid, version }: StoredFolder): Folder {
    if (typeof version !== 'object') {
      throw new ConflictError(
        `The folder '${uid}' was read from another API than it is written to; it has to be read again`,
      );
    }
    return version as Folder;
  }

  #path(uid?: string): string {
    return `${this.namespace}/folders${
      uid === undefined ? '' : `/${encodeURIComponent(uid)}`
    }`;
  }
}
