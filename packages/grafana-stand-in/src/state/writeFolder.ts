import { authorOf, Identity } from '../http/identities';
import { Folder, GrafanaState } from './GrafanaState';
import { ManagedFields } from './ResourceMeta';
import { FOLDER } from './writeDashboard';

/** What is to be stored, whichever API asked for it. */
export interface FolderWrite {
  uid: string;
  title: string;
  description?: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  managedFields: ManagedFields[];
  /** Only annotations or labels changed: the version stays. */
  keepsVersion?: boolean;
}

/** Who the legacy API says it was: a service account has no name there. */
function shownName(by: Identity): string {
  return by.isServiceAccount ? 'Anonymous' : by.name;
}

/** Stores a folder, new or in place of another. */
export function writeFolder(
  state: GrafanaState,
  existing: Folder | undefined,
  write: FolderWrite,
  by: Identity,
): Folder {
  const { keepsVersion = false, ...stored } = write;
  const now = state.timestamp();
  const kept = existing && keepsVersion;
  const changedBy = existing && !kept ? shownName(by) : undefined;
  const folder: Folder = {
    ...stored,
    parentUid: write.annotations[FOLDER] || undefined,
    id: existing?.id ?? state.nextObjectId(),
    guid: existing?.guid ?? state.nextGuid(),
    resourceVersion: state.nextResourceVersion(),
    version: existing ? existing.version + (kept ? 0 : 1) : 1,
    created: existing?.created ?? now,
    updated: kept ? existing.updated : now,
    createdBy: existing?.createdBy ?? shownName(by),
    updatedBy: changedBy ?? existing?.updatedBy ?? 'Anonymous',
    maker: existing?.maker ?? by.name,
    creator: existing?.creator ?? authorOf(by),
    updater: kept ? existing.updater : existing && authorOf(by),
  };
  state.folders.set(folder.uid, folder);
  return folder;
}

/** What a folder is made of, as far as clients own it. */
export function ownedByFolder({
  annotations,
  labels,
  title,
  description,
}: Pick<FolderWrite, 'annotations' | 'labels' | 'title' | 'description'>) {
  return {
    annotations,
    labels,
    spec: { title, ...(description === undefined ? {} : { description }) },
  };
}
