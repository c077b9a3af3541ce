import { createFolder } from '../../state/createFolder';
import { GrafanaState } from '../../state/GrafanaState';
import { putRuleGroup } from '../../state/putRuleGroup';
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

/** A dashboard; without a title it takes the uid in capitals. */
export function dashboard(
  uid: string,
  folderUid: string,
  data: Record<string, unknown> = {},
): Step {
  return state =>
    saveDashboard(
      state,
      { dashboard: { uid, title: uid.toUpperCase(), ...data }, folderUid },
      EDITOR,
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

/** A rule group, in folder `f1` and every minute unless told otherwise. */
export function ruleGroup(
  group: string,
  rules: Record<string, unknown>[],
  options: { folder?: string; provenance?: string } = {},
): Step {
  const { folder: folderUid = 'f1', provenance = 'api' } = options;
  return state =>
    putRuleGroup(state, {
      folder: folderUid,
      group,
      body: { interval: 60, rules },
      provenance,
    });
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

/** Folders that somebody deleted with what is in them. */
export function removeFolders(...uids: string[]): Step {
  return state => {
    for (const uid of uids) {
      state.folders.delete(uid);
      state.gone.add(uid);
      for (const { uid: inside, folderUid } of state.dashboards.values()) {
        if (folderUid === uid) {
          state.dashboards.delete(inside);
          state.gone.add(inside);
        }
      }
    }
  };
}
