import { createFolder } from '../../state/createFolder';
import { GrafanaState } from '../../state/GrafanaState';
import { putRuleGroup } from '../../state/putRuleGroup';
import { createContactPoint } from '../../state/saveContactPoint';
import { createDashboardResource } from '../../state/saveDashboardResource';
import { createMuteTiming } from '../../state/saveMuteTiming';
import { saveDashboard } from '../../state/saveDashboard';
import { Identity } from '../../http/identities';

/** Something that was already there; applied to the state of a stand-in. */
export type Step = (state: GrafanaState) => void;

/** The service account that Sightline uses. */
export const EDITOR: Identity = {
  role: 'Editor',
  name: 'sightline-sa-editor',
  isServiceAccount: true,
};
/** The administrator of the server. */
export const ADMIN: Identity = {
  role: 'Admin',
  name: 'admin',
  isServiceAccount: false,
};

/** A folder that somebody made. */
export function folder(
  body: { uid: string; title: string; parentUid?: string },
  maker: Identity = EDITOR,
): Step {
  return state => createFolder(state, body, maker);
}

/** Folders in the root; the title is the uid in capitals. */
export function folders(...uids: string[]): Step {
  return state =>
    uids.forEach(uid =>
      createFolder(state, { uid, title: uid.toUpperCase() }, EDITOR),
    );
}

/** Content of a dashboard as the recordings have it. */
export const ONE_PANEL = {
  tags: ['sightline'],
  schemaVersion: 42,
  panels: [
    {
      id: 1,
      type: 'timeseries',
      title: 'Up',
      gridPos: { h: 8, w: 12, x: 0, y: 0 },
      datasource: { type: 'prometheus', uid: 'prom' },
      targets: [{ refId: 'A', expr: 'up' }],
    },
  ],
};

/** A dashboard; without a title it takes the uid in capitals. */
export function dashboard(
  uid: string,
  folderUid: string,
  data: Record<string, unknown> = {},
  options: { message?: string; maker?: Identity } = {},
): Step {
  const { message, maker = EDITOR } = options;
  return state =>
    saveDashboard(
      state,
      {
        dashboard: { uid, title: uid.toUpperCase(), ...data },
        folderUid,
        message,
      },
      maker,
    );
}

/** A rule as the recordings have it. */
export function rule(uid: string, title: string): Record<string, unknown> {
  return {
    uid,
    title,
    condition: 'C',
    for: '5m',
    noDataState: 'NoData',
    execErrState: 'Error',
    labels: { managed_by: 'sightline', severity: 'warning' },
    annotations: { summary: title },
    data: [
      {
        refId: 'A',
        relativeTimeRange: { from: 600, to: 0 },
        datasourceUid: 'prom',
        model: { refId: 'A', expr: 'up', instant: true, range: false },
      },
      {
        refId: 'C',
        relativeTimeRange: { from: 0, to: 0 },
        datasourceUid: '__expr__',
        model: {
          refId: 'C',
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: 'gt', params: [0] } }],
        },
      },
    ],
  };
}

/**
 * A rule group, in folder `f1` and every minute unless told otherwise; `id` is that of its first
 * rule in the database.
 */
export function ruleGroup(
  group: string,
  rules: Record<string, unknown>[],
  options: { folder?: string; provenance?: string; id?: number } = {},
): Step {
  const { folder: folderUid = 'f1', provenance = 'api', id } = options;
  return state => {
    putRuleGroup(state, {
      folder: folderUid,
      group,
      body: { interval: 60, rules },
      provenance,
    });
    if (id !== undefined) {
      Object.assign(state.rulesOf(folderUid, group)[0], { id });
    }
  };
}

/** A contact point that tells a webhook. */
export function contactPoint(
  uid: string,
  provenance: string,
  name: string = uid,
): Step {
  return state =>
    createContactPoint(
      state,
      {
        uid,
        name,
        type: 'webhook',
        settings: { url: 'http://dead.example:9/' },
      },
      provenance,
    );
}

/** A mute timing. */
export function muteTiming(
  name: string,
  intervals: Record<string, unknown>[],
  provenance: string = 'api',
): Step {
  return state =>
    createMuteTiming(state, { name, time_intervals: intervals }, provenance);
}

/** The numbers from 0 up. */
export const numbers = (count: number) => [...Array(count).keys()];

/** One step after another. */
export function all(...steps: Step[]): Step {
  return state => steps.forEach(step => step(state));
}

/** A folder that somebody changed. */
export function change(
  uid: string,
  changes: Partial<{ title: string; version: number }>,
): Step {
  return state => Object.assign(state.folders.get(uid) ?? {}, changes);
}

/** A rule in a group of its own. */
export function ruleIn(folderUid: string, uid: string): Step {
  return ruleGroup('g1', [rule(uid, uid.toUpperCase())], { folder: folderUid });
}

/** Dashboards that are not new any more. */
export function longAgo(...uids: string[]): Step {
  return state =>
    uids.forEach(uid => {
      const [first] = state.dashboards.get(uid)?.history ?? [];
      Object.assign(first ?? {}, { resourceVersion: '1' });
    });
}

/** A dashboard in folder `f1` with labels, made by the Kubernetes form of the API. */
export function labelledDashboard(
  uid: string,
  title: string,
  labels: Record<string, string>,
): Step {
  return state =>
    createDashboardResource(
      state,
      {
        metadata: {
          name: uid,
          labels,
          annotations: { 'grafana.app/folder': 'f1' },
        },
        spec: { title, tags: ['sightline'], schemaVersion: 42, panels: [] },
      },
      {
        form: 'v1beta1',
        namespace: 'default',
        identity: EDITOR,
        manager: 'client',
        dryRun: false,
      },
    );
}

/** The time in which 12.4 does not look again who may see what. */
export const rememberPermissions: Step = state => {
  state.permissions.seconds = 60;
};

/** That time is over. */
export const forgetPermissions: Step = state => state.permissions.clear();
