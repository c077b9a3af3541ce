import { Request, Router } from 'express';
import { answer, answerMessage } from '../http/answers';
import { Dashboard, Folder, GrafanaState } from '../state/GrafanaState';
import { slugify } from '../state/slugify';

type Hit = Record<string, unknown> & {
  uid: string;
  title: string;
  type: string;
  tags: string[];
  parent: string;
};

function values(req: Request, name: string): string[] {
  const value = req.query[name];
  return (Array.isArray(value) ? value : [value])
    .filter(entry => typeof entry === 'string' && entry !== '')
    .map(String);
}

function parentOf(folder: Folder | undefined): Record<string, unknown> {
  return folder
    ? {
        folderId: folder.id,
        folderUid: folder.uid,
        folderTitle: folder.title,
        folderUrl: `/dashboards/f/${folder.uid}/${slugify(folder.title)}`,
      }
    : {};
}

function folderHit(state: GrafanaState, folder: Folder): Hit {
  return {
    id: folder.id,
    uid: folder.uid,
    orgId: 1,
    title: folder.title,
    uri: `db/${slugify(folder.title)}`,
    url: `/dashboards/f/${folder.uid}/${slugify(folder.title)}`,
    slug: '',
    type: 'dash-folder',
    tags: [],
    isStarred: false,
    ...parentOf(state.folders.get(folder.parentUid ?? '')),
    sortMeta: 0,
    isDeleted: false,
    parent: folder.parentUid ?? 'general',
  };
}

function dashboardHit(state: GrafanaState, dashboard: Dashboard): Hit {
  const { title, tags = [] } = dashboard.data;
  return {
    id: dashboard.id,
    uid: dashboard.uid,
    orgId: 1,
    title,
    uri: `db/${slugify(title)}`,
    url: `/d/${dashboard.uid}/${slugify(title)}`,
    slug: '',
    type: 'dash-db',
    tags: [...tags].sort(),
    isStarred: false,
    ...parentOf(state.folders.get(dashboard.folderUid)),
    sortMeta: 0,
    isDeleted: false,
    parent: dashboard.folderUid || 'general',
  };
}

const KNOWN_TYPES = ['dash-db', 'dash-folder'];

/** `GET /api/search` (recording `search`): tags are ANDed, pages start at 1, folders come first. */
export function searchRoutes(state: GrafanaState): Router {
  const router = Router();
  router.get('/api/search', (req, res) => {
    const [type] = values(req, 'type');
    if (type && !KNOWN_TYPES.includes(type)) {
      answerMessage(res, 500, 'Search failed');
      return;
    }
    const uids = [
      ...values(req, 'dashboardUIDs'),
      ...values(req, 'dashboardUID'),
    ];
    const folders = values(req, 'folderUIDs');
    const tags = values(req, 'tag');
    const query = (values(req, 'query')[0] ?? '').toLowerCase();
    const limit = Math.min(Number(req.query.limit) || 1000, 5000);
    const page = Math.max(Number(req.query.page) || 1, 1);
    const byTitle = (a: Hit, b: Hit) => a.title.localeCompare(b.title);
    const hits = [
      ...[...state.folders.values()]
        .map(folder => folderHit(state, folder))
        .sort(byTitle),
      ...[...state.dashboards.values()]
        .map(dashboard => dashboardHit(state, dashboard))
        .sort(byTitle),
    ].filter(
      hit =>
        (!type || hit.type === type) &&
        (uids.length === 0 || uids.includes(hit.uid)) &&
        (folders.length === 0 || folders.includes(hit.parent)) &&
        tags.every(tag => hit.tags.includes(tag)) &&
        hit.title.toLowerCase().includes(query),
    );
    answer(
      res,
      200,
      hits
        .slice((page - 1) * limit, page * limit)
        .map(({ parent, ...hit }) => hit),
    );
  });
  return router;
}
