import { authorOf, Identity } from '../http/identities';
import { Dashboard, DashboardForm, GrafanaState } from './GrafanaState';
import { ManagedFields } from './ResourceMeta';

/** Annotation that names the folder of a dashboard or the parent of a folder. */
export const FOLDER = 'grafana.app/folder';
/** Annotation that says why a version was saved. */
export const MESSAGE = 'grafana.app/message';

/** What is to be stored, whichever API asked for it. */
export interface DashboardWrite {
  uid: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  form: DashboardForm;
  /** The first form. */
  data: Record<string, any>;
  /** What is stored when `form` is one of the second forms. */
  second?: Record<string, any>;
  managedFields: ManagedFields[];
  /** Whether who made it may do everything with it, also outside of a folder. */
  grants: boolean;
  restoredFrom?: number;
  /** Only annotations or labels changed: the version stays. */
  keepsVersion?: boolean;
}

/** Stores a dashboard, new or in place of another, and its version. */
export function writeDashboard(
  state: GrafanaState,
  existing: Dashboard | undefined,
  write: DashboardWrite,
  by: Identity,
): Dashboard {
  const { grants, restoredFrom = 0, keepsVersion = false, ...stored } = write;
  const now = state.timestamp();
  const kept = existing && keepsVersion;
  const version = existing ? existing.version + (kept ? 0 : 1) : 1;
  const dashboard: Dashboard = {
    ...stored,
    formerForm:
      existing && existing.form !== write.form
        ? existing.form
        : existing?.formerForm,
    id: existing?.id ?? state.nextObjectId(),
    guid: existing?.guid ?? state.nextGuid(),
    resourceVersion: state.nextResourceVersion(),
    folderUid: write.annotations[FOLDER] ?? '',
    version,
    created: existing?.created ?? now,
    updated: kept ? existing.updated : now,
    // A first version shows no authors.
    createdBy: existing?.author ?? 'Anonymous',
    updatedBy: existing ? by.name : 'Anonymous',
    author: existing?.author ?? by.name,
    maker: existing?.maker ?? (grants ? by.name : undefined),
    creator: existing?.creator ?? authorOf(by),
    updater: kept ? existing.updater : existing && authorOf(by),
    history: [
      ...(existing?.history ?? []),
      {
        version,
        resourceVersion: state.resourceVersion,
        created: now,
        createdBy: by.name,
        message:
          version === 1 ? 'Initial save' : write.annotations[MESSAGE] ?? '',
        restoredFrom,
        data: write.data,
      },
    ],
  };
  state.dashboards.set(dashboard.uid, dashboard);
  return dashboard;
}
