import { Identity } from '../http/identities';
import { checkUid } from './checkUid';
import { equalJson, sortKeys } from './equalJson';
import { Dashboard, GrafanaState } from './GrafanaState';
import { slugify } from './slugify';

/** What a save answers. */
export interface SaveResult {
  status: number;
  body: Record<string, unknown>;
}

function refuse(
  status: number,
  message: string,
  more: Record<string, unknown> = {},
): SaveResult {
  return { status, body: { message, ...more } };
}

const CHANGED = refuse(412, 'The dashboard has been changed by someone else', {
  status: 'version-mismatch',
});

function checkRequest(
  state: GrafanaState,
  body: Record<string, any>,
): SaveResult | undefined {
  const { dashboard, folderUid = '', message = '' } = body;
  const title = typeof dashboard.title === 'string' ? dashboard.title : '';
  if (title.trim() === '') {
    return refuse(400, 'Dashboard title cannot be empty', {
      status: 'empty-name',
    });
  }
  if (title.length > 5000) {
    return refuse(
      400,
      'Dashboard title cannot contain more than 5 000 characters',
      { status: 'title-too-long' },
    );
  }
  const uidProblem = checkUid(String(dashboard.uid ?? ''));
  if (uidProblem) {
    return refuse(400, uidProblem);
  }
  if (String(message).length > 500) {
    return refuse(400, 'message too long, max 500 characters');
  }
  if (folderUid === 'general') {
    return refuse(500, 'access denied to folder');
  }
  if (folderUid === 'sharedwithme') {
    return refuse(403, 'Access denied to save dashboard');
  }
  if (folderUid !== '' && !state.folders.has(folderUid)) {
    return refuse(400, 'folder not found');
  }
  return undefined;
}

function success(dashboard: Dashboard): SaveResult {
  const slug = slugify(dashboard.data.title);
  return {
    status: 200,
    body: {
      folderUid: dashboard.folderUid,
      id: dashboard.id,
      slug,
      status: 'success',
      uid: dashboard.uid,
      url: `/d/${dashboard.uid}/${slug}`,
      version: dashboard.version,
    },
  };
}

function findExisting(
  state: GrafanaState,
  dashboard: Record<string, any>,
): Dashboard | undefined {
  return dashboard.uid
    ? state.dashboards.get(dashboard.uid)
    : [...state.dashboards.values()].find(({ id }) => id === dashboard.id);
}

/**
 * `POST /api/dashboards/db` of 12.4: refuses a stale version, keeps the version of an equal save,
 * moves to the root when no folder is named.
 */
export function saveDashboard(
  state: GrafanaState,
  body: Record<string, any>,
  identity: Identity,
): SaveResult {
  const refused = checkRequest(state, body);
  if (refused) {
    return refused;
  }
  const { id, version, ...rest } = body.dashboard;
  const existing = findExisting(state, body.dashboard);
  if (!existing && typeof id === 'number' && id > 0) {
    return refuse(404, 'Dashboard not found', { status: 'not-found' });
  }
  if (existing && typeof id === 'number' && id > 0 && id !== existing.id) {
    return refuse(400, 'A dashboard with the same uid already exists');
  }
  if (existing && body.overwrite !== true && version !== existing.version) {
    return CHANGED;
  }
  const uid = existing?.uid ?? (rest.uid || state.nextUid());
  const data = sortKeys({ ...rest, uid });
  const folderUid = body.folderUid ?? '';
  const now = state.timestamp();
  const equal =
    existing !== undefined &&
    existing.folderUid === folderUid &&
    equalJson(existing.data, data);
  const nextVersion = existing ? existing.version + (equal ? 0 : 1) : 1;
  const saved: Dashboard = {
    id: existing?.id ?? state.nextObjectId(),
    uid,
    folderUid,
    version: nextVersion,
    created: existing?.created ?? now,
    updated: equal ? existing.updated : now,
    // A first version shows no authors.
    createdBy: existing?.maker ?? 'Anonymous',
    updatedBy: existing ? identity.name : 'Anonymous',
    maker: existing?.maker ?? identity.name,
    data,
  };
  state.dashboards.set(uid, saved);
  return success(saved);
}
