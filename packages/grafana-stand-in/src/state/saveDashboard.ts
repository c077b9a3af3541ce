import { Identity } from '../http/identities';
import { parseDuration } from './alertRule';
import { checkUid } from './checkUid';
import { equalJson, sortKeys } from './equalJson';
import { Dashboard, GrafanaState } from './GrafanaState';
import { findFolder } from './maySee';
import { nextManagedFields } from './managedFields';
import { slugify } from './slugify';
import { dashboardUrl } from './urls';
import { FOLDER, MESSAGE, writeDashboard } from './writeDashboard';

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
  identity: Identity,
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
  return folderUid !== '' && !findFolder(state, folderUid, identity)
    ? refuse(403, 'Access denied to save dashboard')
    : undefined;
}

/** What a save answers when it succeeds. */
export function describeSaved(
  state: GrafanaState,
  dashboard: Dashboard,
): Record<string, unknown> {
  return {
    folderUid: dashboard.folderUid,
    id: dashboard.id,
    slug: slugify(dashboard.data.title),
    status: 'success',
    uid: dashboard.uid,
    url: dashboardUrl(state, dashboard.uid, dashboard.data.title),
    version: dashboard.version,
  };
}

/** What a plugin or a file made is not saved over. */
function refuseForeign({ annotations }: Dashboard): SaveResult | undefined {
  const manager = annotations['grafana.app/managedBy'];
  if (manager === 'plugin') {
    return refuse(
      412,
      `The dashboard belongs to plugin ${annotations['grafana.app/managerId']}.`,
      { status: 'plugin-dashboard' },
    );
  }
  return manager === 'classic-file-provisioning' &&
    annotations['grafana.app/managerAllowsEdits'] !== 'true'
    ? refuse(400, 'Cannot save provisioned dashboard')
    : undefined;
}

/** 12.4 does not keep a `refresh` that is shorter than it may be. */
function raiseRefresh(
  data: Record<string, any>,
  { limits }: GrafanaState,
): Record<string, any> {
  const seconds = parseDuration(data.refresh);
  return seconds > 0 && seconds < limits.minRefreshSeconds
    ? { ...data, refresh: `${limits.minRefreshSeconds}s` }
    : data;
}

/** Of all annotations, the legacy API keeps folder and message. */
function legacyMeta(
  state: GrafanaState,
  existing: Dashboard | undefined,
  { folderUid, message }: Record<string, any>,
  data: Record<string, any>,
) {
  const annotations = {
    ...(folderUid ? { [FOLDER]: String(folderUid) } : {}),
    ...(message ? { [MESSAGE]: String(message) } : {}),
  };
  const owned = (
    spec: Record<string, any>,
    { [FOLDER]: folder }: Record<string, string>,
  ) => {
    const shown: Record<string, string> = folder ? { [FOLDER]: folder } : {};
    return { annotations: shown, labels: {}, spec };
  };
  const version = (existing?.version ?? 0) + 1;
  return {
    annotations,
    // Of a dashboard that was of a second form, 12.4 does not know what changed.
    managedFields: existing?.second
      ? []
      : nextManagedFields(
          [],
          {
            ...(existing
              ? { from: owned(existing.data, existing.annotations) }
              : {}),
            to: owned(
              { ...data, id: version, uid: version, version },
              annotations,
            ),
          },
          { manager: 'grafana', version: 'v0alpha1', time: state.timestamp() },
        ),
  };
}

/** A dashboard in the Kubernetes form is taken for what is in it. */
function unpack(dashboard: Record<string, any>): Record<string, any> {
  const { metadata, spec, apiVersion, kind } = dashboard;
  return metadata && spec && apiVersion && kind
    ? { ...spec, uid: metadata.name }
    : dashboard;
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
  const sent = unpack(body.dashboard);
  const refused = checkRequest(state, { ...body, dashboard: sent }, identity);
  if (refused) {
    return refused;
  }
  const { id, version, ...rest } = sent;
  const existing = findExisting(state, sent);
  if (!existing && typeof id === 'number' && id > 0) {
    return refuse(404, 'Dashboard not found', { status: 'not-found' });
  }
  if (existing && typeof id === 'number' && id > 0 && id !== existing.id) {
    return refuse(400, 'A dashboard with the same uid already exists');
  }
  if (existing && body.overwrite !== true && version !== existing.version) {
    return CHANGED;
  }
  const protectedBy = existing && refuseForeign(existing);
  if (protectedBy) {
    return protectedBy;
  }
  const { dashboards: limit = Infinity } = state.limits;
  if (state.dashboards.size >= limit) {
    return refuse(403, 'Quota reached');
  }
  const uid = existing?.uid ?? (rest.uid || state.nextUid());
  const data = raiseRefresh(sortKeys({ ...rest, uid }), state);
  const saved = writeDashboard(
    state,
    existing,
    {
      uid,
      data,
      form: 'v0alpha1',
      ...legacyMeta(state, existing, body, data),
      labels: {},
      grants: existing === undefined,
      keepsVersion:
        existing !== undefined &&
        existing.folderUid === (body.folderUid ?? '') &&
        equalJson(existing.data, data),
    },
    identity,
  );
  return { status: 200, body: describeSaved(state, saved) };
}
