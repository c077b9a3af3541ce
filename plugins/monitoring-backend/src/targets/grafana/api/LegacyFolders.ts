import { FoldersApi, FolderToSave, StoredFolder } from './FoldersApi';
import { GrafanaHttp } from './GrafanaHttp';
import { search } from './search';

/** Answer of `GET /api/folders/:uid`. */
interface FolderAnswer {
  uid: string;
  title: string;
  parentUid?: string;
  version: number;
}

/** Folders by the API that every Grafana has. */
export class LegacyFolders implements FoldersApi {
  constructor(private readonly http: GrafanaHttp) {}

  async list(signal?: AbortSignal): Promise<StoredFolder[]> {
    const hits = await search(this.http, { type: 'dash-folder' }, signal);
    return hits.map(({ uid, title, folderUid }) => ({
      uid,
      title,
      parentUid: folderUid || undefined,
      // The search does not tell it; `update` reads it.
      version: undefined,
    }));
  }

  async find(
    uid: string,
    signal?: AbortSignal,
  ): Promise<StoredFolder | undefined> {
    const answer = await this.http.answer({ path: this.#path(uid), signal });
    // To an Editor a folder that is not there is forbidden (recording `folders`).
    if (answer.status === 403 || answer.status === 404) {
      return undefined;
    }
    const { title, parentUid, version } = this.http.read<FolderAnswer>(answer);
    return { uid, title, parentUid: parentUid || undefined, version };
  }

  async create(folder: FolderToSave, signal?: AbortSignal): Promise<void> {
    await this.http.json({ path: '/api/folders', json: folder, signal });
  }

  async update(
    { uid, title, parentUid }: FolderToSave,
    before: StoredFolder,
    signal?: AbortSignal,
  ): Promise<void> {
    const now = await this.find(uid, signal);
    if (title !== before.title) {
      await this.http.json({
        method: 'PUT',
        path: this.#path(uid),
        json: { title, version: now?.version },
        signal,
      });
    }
    if (parentUid !== before.parentUid) {
      await this.http.json({
        path: `${this.#path(uid)}/move`,
        json: { parentUid: parentUid ?? '' },
        signal,
      });
    }
  }

  async remove({ uid }: StoredFolder, signal?: AbortSignal): Promise<void> {
    await this.http.jsonOrNothing({
      method: 'DELETE',
      path: this.#path(uid),
      signal,
    });
  }

  #path(uid: string): string {
    return `/api/folders/${encodeURIComponent(uid)}`;
  }
}
