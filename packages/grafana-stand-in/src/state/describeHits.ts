import { Dashboard, Folder, GrafanaState } from './GrafanaState';
import { slugify } from './slugify';
import { dashboardUrl, folderUrl } from './urls';

/** What can be found, and what it is found by. */
export interface Candidate {
  type: 'dash-db' | 'dash-folder';
  uid: string;
  title: string;
  tags: string[];
  /** Uid of the folder that it is in; `general` for none. */
  parent: string;
  object: Folder | Dashboard;
}

function describeParent(
  state: GrafanaState,
  folder: Folder | undefined,
): Record<string, unknown> {
  return folder
    ? {
        folderId: folder.id,
        folderUid: folder.uid,
        folderTitle: folder.title,
        folderUrl: folderUrl(state, folder.uid, folder.title),
      }
    : {};
}

/** A hit as a search shows it. */
export function describeHit(
  state: GrafanaState,
  { type, uid, title, tags, parent, object }: Candidate,
): Record<string, unknown> {
  const description = 'data' in object ? object.data.description : undefined;
  return {
    id: object.id,
    uid,
    title,
    url: (type === 'dash-db' ? dashboardUrl : folderUrl)(state, uid, title),
    type,
    tags,
    orgId: 1,
    uri: `db/${slugify(title)}`,
    slug: '',
    isStarred: false,
    ...describeParent(state, state.folders.get(parent)),
    sortMeta: 0,
    isDeleted: false,
    ...(description ? { description } : {}),
  };
}

/** All folders and dashboards. */
export function searchCandidates(state: GrafanaState): Candidate[] {
  const candidates: Candidate[] = [];
  for (const folder of state.folders.values()) {
    const { uid, title, parentUid } = folder;
    candidates.push({
      type: 'dash-folder',
      uid,
      title,
      tags: [],
      parent: parentUid ?? 'general',
      object: folder,
    });
  }
  for (const dashboard of state.dashboards.values()) {
    const { uid, data, folderUid } = dashboard;
    candidates.push({
      type: 'dash-db',
      uid,
      title: String(data.title ?? ''),
      tags: Array.isArray(data.tags) ? data.tags : [],
      parent: folderUid || 'general',
      object: dashboard,
    });
  }
  return candidates;
}
