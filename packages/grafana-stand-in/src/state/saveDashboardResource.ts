import { Identity } from '../http/identities';
import {
  alreadyExists,
  badRequest,
  conflict,
  failure,
  forbidden,
  notFound,
  Status,
} from '../http/statuses';
import {
  checkIsNew,
  checkIsSame,
  checkNameOf,
  checkResource,
  metadataOf,
} from './checkResource';
import { checkUid } from './checkUid';
import {
  fillSecond,
  isSecondForm,
  specIn,
  toFirst,
  withDefaults,
} from './dashboardForms';
import {
  DASHBOARD_GROUP,
  describeDashboardResource,
} from './describeDashboardResource';
import { equalJson, sortKeys } from './equalJson';
import { Dashboard, DashboardForm, GrafanaState } from './GrafanaState';
import { nextManagedFields } from './managedFields';
import { FOLDER, writeDashboard } from './writeDashboard';

/** Who wants what of the Kubernetes form of the API. */
export interface ResourceRequest {
  namespace: string;
  identity: Identity;
  /** First word of the user agent. */
  manager: string;
  dryRun: boolean;
}

type DashboardRequest = ResourceRequest & { form: DashboardForm };

const about = (name: string) => ({
  group: DASHBOARD_GROUP,
  resource: 'dashboards',
  name,
});

function checkObject(
  body: Record<string, any>,
  { form, namespace }: DashboardRequest,
): Status | undefined {
  const wrong = checkResource(body, {
    ...about(''),
    kind: 'Dashboard',
    version: form,
    namespace,
  });
  if (wrong) {
    return wrong;
  }
  const { elements } = body.spec ?? {};
  return isSecondForm(form) && typeof (elements ?? {}) !== 'object'
    ? badRequest(
        `Dashboard in version "${form}" cannot be handled as a Dashboard: json: cannot unmarshal ${typeof elements} into Go struct field DashboardSpec.spec.elements of type map[string]${form}.DashboardPanelKindOrLibraryPanelKind`,
      )
    : undefined;
}

/** A folder that is not there, or a manager that 12.4 looks for and does not find. */
function checkPlace(
  state: GrafanaState,
  annotations: Record<string, string>,
): Status | undefined {
  const manager = annotations['grafana.app/managerId'];
  if (annotations['grafana.app/managedBy'] === 'repo') {
    return failure(404, {
      message: `the server could not find the requested resource (post repositories.provisioning.grafana.app ${manager})`,
      reason: 'NotFound',
      details: {
        name: manager,
        group: 'provisioning.grafana.app',
        kind: 'repositories',
        causes: [
          { reason: 'UnexpectedServerResponse', message: '404 page not found' },
        ],
      },
    });
  }
  const folder = annotations[FOLDER];
  return folder && !state.folders.has(folder)
    ? notFound({
        group: 'folder.grafana.app',
        resource: 'folders',
        name: folder,
      })
    : undefined;
}

/** What is stored of a sent spec. */
function contentOf(
  uid: string,
  sent: Record<string, any>,
  form: DashboardForm,
) {
  if (isSecondForm(form)) {
    const second = fillSecond(sent);
    return { form, second, data: sortKeys({ ...toFirst(second), uid }) };
  }
  const { id, version, ...spec } = sent;
  const full = form === 'v1beta1' ? withDefaults(spec) : spec;
  return { form, data: sortKeys({ ...full, uid }) };
}

function ownedOf(
  { annotations, labels }: Pick<Dashboard, 'annotations' | 'labels'>,
  spec: Record<string, any>,
) {
  return { annotations, labels, spec };
}

function checkTitle({ title }: Record<string, any>): Status | undefined {
  return title ? undefined : badRequest('Dashboard title cannot be empty');
}

/** `POST`: a dashboard that is not there yet. */
export function createDashboardResource(
  state: GrafanaState,
  body: Record<string, any>,
  request: DashboardRequest,
): Status {
  const wrong = checkObject(body, request);
  if (wrong) {
    return wrong;
  }
  const { metadata = {}, spec = {} } = body;
  const uid: string =
    metadata.name || `${metadata.generateName}${state.nextUid().slice(-5)}`;
  const fault = checkUid(uid);
  if (fault) {
    return badRequest(fault);
  }
  if (request.identity.role === 'Viewer') {
    return failure(403);
  }
  if (state.dashboards.has(uid)) {
    return alreadyExists(about(uid));
  }
  const meta = metadataOf(body);
  const content = contentOf(uid, spec, request.form);
  const misplaced =
    checkIsNew(body) ??
    checkTitle(content.data) ??
    checkPlace(state, meta.annotations);
  if (misplaced) {
    return misplaced;
  }
  if (state.dashboards.size >= (state.limits.dashboards ?? Infinity)) {
    return forbidden(about(uid), 'Dashboard quota reached');
  }
  const write = {
    uid,
    ...meta,
    ...content,
    managedFields: managedAtFirst(state, body, request),
    grants:
      metadata.annotations?.['grafana.app/grant-permissions'] !== undefined,
  };
  const { form, namespace } = request;
  if (request.dryRun) {
    const scratch = new GrafanaState(() => new Date(state.timestamp()));
    const dry = writeDashboard(scratch, undefined, write, request.identity);
    const shown = describeDashboardResource(dry, { form, namespace })!;
    const { resourceVersion, labels, annotations, ...rest } = shown.metadata;
    return { status: 201, body: { ...shown, metadata: rest } };
  }
  const stored = writeDashboard(state, undefined, write, request.identity);
  return {
    status: 201,
    body: describeDashboardResource(stored, { form, namespace })!,
  };
}

function managedAtFirst(
  state: GrafanaState,
  body: Record<string, any>,
  { form, manager }: DashboardRequest,
) {
  const { metadata = {}, spec = {} } = body;
  // 12.4 cannot tell who owns what in the second forms when there are elements.
  if (isSecondForm(form) && spec.elements) {
    return [];
  }
  return nextManagedFields(
    [],
    {
      to: {
        ...ownedOf(metadataOf(body), spec),
        generateName: metadata.generateName !== undefined && !metadata.name,
      },
    },
    { manager, version: form, time: state.timestamp() },
  );
}

/** What is only looked at when a dashboard is there. */
function checkUpdate(
  state: GrafanaState,
  existing: Dashboard,
  body: Record<string, any>,
  data: Record<string, any>,
): Status | undefined {
  const untitled = checkTitle(data);
  if (untitled) {
    return untitled;
  }
  const { id } = body.spec ?? {};
  if (id && id !== existing.id) {
    return badRequest(
      'cannot change the ID of a dashboard. set the label grafana.app/deprecatedInternalID to the previous value',
    );
  }
  const folder = body.metadata.annotations?.[FOLDER];
  return folder && !state.folders.has(folder)
    ? failure(500, { message: 'access denied to folder' })
    : undefined;
}

/** `PUT`: a dashboard in place of another, or a new one. */
export function updateDashboardResource(
  state: GrafanaState,
  uid: string,
  body: Record<string, any>,
  request: DashboardRequest,
): Status {
  const { form, namespace, identity } = request;
  const wrong = checkNameOf(body, about(uid)) ?? checkObject(body, request);
  if (wrong) {
    return wrong;
  }
  const existing = state.dashboards.get(uid);
  if (!existing) {
    return createDashboardResource(state, body, request);
  }
  const other = checkIsSame(body, existing, about(uid));
  if (other) {
    return other;
  }
  const { resourceVersion } = body.metadata;
  if (resourceVersion && resourceVersion !== existing.resourceVersion) {
    return conflict(about(uid));
  }
  const meta = metadataOf(body);
  const content = contentOf(uid, body.spec ?? {}, form);
  const sameContent =
    // A `v1beta1` is migrated at each write and so always counts as changed.
    form !== 'v1beta1' &&
    existing.form === form &&
    equalJson(
      existing.second ?? existing.data,
      content.second ?? content.data,
    ) &&
    existing.folderUid === (meta.annotations[FOLDER] ?? '');
  if (
    sameContent &&
    equalJson(existing.annotations, meta.annotations) &&
    equalJson(existing.labels, meta.labels)
  ) {
    const shown = describeDashboardResource(existing, { form, namespace })!;
    const { resourceVersion: _, ...rest } = shown.metadata;
    return { status: 200, body: { ...shown, metadata: rest } };
  }
  if (identity.role === 'Viewer') {
    return failure(403);
  }
  const refused = checkUpdate(state, existing, body, content.data);
  if (refused) {
    return refused;
  }
  const spec = { ...(content.second ?? content.data), uid: undefined };
  const stored = writeDashboard(
    state,
    existing,
    {
      uid,
      ...meta,
      ...content,
      managedFields: isSecondForm(form)
        ? existing.managedFields
        : nextManagedFields(
            existing.managedFields,
            {
              from: ownedOf(existing, {
                ...specIn(existing, form),
                uid: undefined,
              }),
              to: ownedOf(meta, spec),
            },
            {
              manager: request.manager,
              version: form,
              time: state.timestamp(),
            },
          ),
      grants: false,
      keepsVersion: sameContent,
    },
    identity,
  );
  return {
    status: 200,
    body: describeDashboardResource(stored, { form, namespace })!,
  };
}
