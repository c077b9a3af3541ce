/** A folder as a Grafana holds it. */
export interface StoredFolder {
  uid: string;
  title: string;
  /** Absent when it lies in no other. */
  parentUid?: string;
  /** Passed back when it is written or removed. */
  version: unknown;
}

/** Where a folder is to lie, and what it is called. */
export interface FolderToSave {
  uid: string;
  title: string;
  parentUid?: string;
}

/** Folders in one Grafana, whatever API it serves. */
export interface FoldersApi {
  /** All that the identity may see. */
  list(signal?: AbortSignal): Promise<StoredFolder[]>;
  /** One folder, or `undefined` when there is none with that uid that the identity may see. */
  find(uid: string, signal?: AbortSignal): Promise<StoredFolder | undefined>;
  /** @throws `ConflictError` when there is one with that uid */
  create(folder: FolderToSave, signal?: AbortSignal): Promise<void>;
  /**
   * Renames and moves what was read before.
   *
   * @throws `ConflictError` when somebody else was faster
   */
  update(
    folder: FolderToSave,
    before: StoredFolder,
    signal?: AbortSignal,
  ): Promise<void>;
  /** An empty one; one that is gone already is no error. */
  remove(folder: StoredFolder, signal?: AbortSignal): Promise<void>;
}
