import { describeRule } from '../state/alertRule';
import { ContactPoint, GrafanaState, MuteTiming } from '../state/GrafanaState';

/** What a stand-in holds, without what each write changes: equal content is deeply equal. */
export interface Snapshot {
  dashboards: {
    uid: string;
    folderUid: string;
    /** The form that it is stored in. */
    form: string;
    annotations: Record<string, string>;
    labels: Record<string, string>;
    /** In the first form. */
    data: Record<string, any>;
    /** Name of who wrote the newest version. */
    writtenBy: string;
  }[];
  folders: { uid: string; title: string; parentUid?: string }[];
  ruleGroups: {
    folderUid: string;
    group: string;
    /** In seconds. */
    interval: number;
    rules: Record<string, unknown>[];
  }[];
  /** With their secrets. */
  contactPoints: ContactPoint[];
  muteTimings: MuteTiming[];
}

function sorted<T>(entries: Iterable<T>, key: (entry: T) => string): T[] {
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function groupsOf(state: GrafanaState): Snapshot['ruleGroups'] {
  const groups = new Map<string, Snapshot['ruleGroups'][number]>();
  for (const rule of state.rules.values()) {
    const { folderUID: folderUid, ruleGroup: group } = rule;
    const key = `${folderUid}/${group}`;
    const entry = groups.get(key) ?? {
      folderUid,
      group,
      interval: state.intervals.get(key) ?? 0,
      rules: [],
    };
    const { id, updated, ...shown } = describeRule(rule.body, rule, rule);
    entry.rules.push(shown);
    groups.set(key, entry);
  }
  return sorted(
    groups.values(),
    ({ folderUid, group }) => `${folderUid}/${group}`,
  );
}

/** All that a stand-in holds, for tests that compare two moments. */
export function snapshot(state: GrafanaState): Snapshot {
  return structuredClone({
    dashboards: sorted(state.dashboards.values(), ({ uid }) => uid).map(
      ({ uid, folderUid, form, annotations, labels, data, history }) => ({
        uid,
        folderUid,
        form,
        annotations,
        labels,
        data,
        writtenBy: history[history.length - 1].createdBy,
      }),
    ),
    folders: sorted(state.folders.values(), ({ uid }) => uid).map(
      ({ uid, title, parentUid }) => ({
        uid,
        title,
        ...(parentUid ? { parentUid } : {}),
      }),
    ),
    ruleGroups: groupsOf(state),
    contactPoints: sorted(state.contactPoints.values(), ({ uid }) => uid),
    muteTimings: sorted(state.muteTimings.values(), ({ name }) => name),
  });
}
