import { Dashboard, Folder, GrafanaState } from './GrafanaState';
import { slugify } from './slugify';

/** A hit of a search, with the folder that it is in. */
export interface Hit {
  id: number;
  uid: string;
  title: string;
  url: string;
  type: 'dash-db' | 'dash-folder';
  tags: string[];
  parent: string;
  [more: string]: unknown;
}

function describeParent(folder: Folder | undefined): Record<string, unknown> {
  return folder
    ? {
        folderId: folder.id,
        folderUid: folder.uid,
        folderTitle: folder.title,
        folderUrl: `/dashboards/f/${folder.uid}/${slugify(folder.title)}`,
      }
    : {};
}

function describeHit(
  state: GrafanaState,
  object: Pick<
    Hit,
    'id' | 'uid' | 'title' | 'url' | 'type' | 'tags' | 'parent'
  >,
): Hit {
  return {
    ...object,
    orgId: 1,
    uri: `db/${slugify(object.title)}`,
    slug: '',
    isStarred: false,
    ...describeParent(state.folders.get(object.parent)),
    sortMeta: 0,
    isDeleted: false,
    parent: object.parent || 'general',
  };
}

function folderHit(state: GrafanaState, folder: Folder): Hit {
  const { id, uid, title, parentUid = '' } = folder;
  return describeHit(state, {
    id,
    uid,
    title,
    url: `/dashboards/f/${uid}/${slugify(title)}`,
    type: 'dash-folder',
    tags: [],
    parent: parentUid,
  });
}

function dashboardHit(state: GrafanaState, dashboard: Dashboard): Hit {
  const { id, uid, folderUid, data } = dashboard;
  const { title, tags, description } = data;
  return {
    ...describeHit(state, {
      id,
      uid,
      title,
      url: `/d/${uid}/${slugify(title)}`,
      type: 'dash-db',
      tags: Array.isArray(tags) ? tags : [],
      parent: folderUid,
    }),
    ...(description ? { description } : {}),
  };
}

/** All folders and dashboards as a search shows them. */
export function describeHits(state: GrafanaState): Hit[] {
  return [
    ...[...state.folders.values()].map(folder => folderHit(state, folder)),
    ...[...state.dashboards.values()].map(dashboard =>
      dashboardHit(state, dashboard),
    ),
  ];
}
