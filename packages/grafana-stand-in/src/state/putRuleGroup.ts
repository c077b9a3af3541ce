import { describeRule } from './alertRule';
import { checkNotificationSettings } from './checkNotificationSettings';
import { AlertRule, GrafanaState } from './GrafanaState';

interface Result {
  status: number;
  body: unknown;
}

const SCHEDULER_SECONDS = 10;

function refuse(message: string): Result {
  return { status: 400, body: { message } };
}

/** Go's way to write a duration in an error: `0s`, `15s`, `-1m0s`. */
function goDuration(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  const absolute = Math.abs(seconds);
  const minutes = Math.floor(absolute / 60);
  return minutes > 0
    ? `${sign}${minutes}m${absolute % 60}s`
    : `${sign}${absolute}s`;
}

function checkGroup(
  state: GrafanaState,
  folder: string,
  group: string,
  body: Record<string, any>,
): Result | undefined {
  const { interval = 0, rules } = body;
  if (typeof interval !== 'number') {
    return refuse('bad request data');
  }
  const keeps = !rules && state.rulesOf(folder, group).length > 0;
  if (keeps || rules?.length > 0) {
    if (interval <= 0 || interval % SCHEDULER_SECONDS !== 0) {
      return refuse(
        `invalid alert rule: interval (${goDuration(
          interval,
        )}) should be non-zero and divided exactly by scheduler interval: ${SCHEDULER_SECONDS}`,
      );
    }
    if (folder !== 'general' && !state.folders.has(folder)) {
      return refuse('invalid alert rule: folder does not exist');
    }
  }
  if (group.length > 190) {
    return refuse(
      'failed to insert alert rules: invalid alert rule: rule group name length should not be greater than 190',
    );
  }
  return undefined;
}

/** What came from a file is only changed by the file. */
export function refuseOtherProvenance(
  state: GrafanaState,
  options: {
    folder: string;
    group: string;
    provenance: string;
    operation: 'update' | 'delete';
  },
): Result | undefined {
  const { folder, group, provenance, operation } = options;
  const fromFile = state
    .rulesOf(folder, group)
    .some(rule => rule.provenance === 'file');
  return fromFile
    ? {
        status: 409,
        body: {
          statusCode: 409,
          messageId: 'alerting.provenanceMismatch',
          message: `cannot ${operation} with provided provenance '${provenance}', needs 'file'`,
          extra: {
            Operation: operation,
            ProvidedProvenance: provenance,
            StoredProvenance: 'file',
          },
        },
      }
    : undefined;
}

function checkRules(
  state: GrafanaState,
  rules: Record<string, any>[],
): Result | undefined {
  for (const rule of rules) {
    const fault = checkNotificationSettings(state, rule);
    if (fault) {
      return refuse(fault);
    }
  }
  const seen = new Set<string>();
  for (const { uid = '' } of rules) {
    if (uid.length > 40) {
      return refuse(
        `invalid alert rule: cannot create rule with UID "${uid}": UID is longer than 40 symbols`,
      );
    }
    if (!/^[a-zA-Z0-9_-]*$/.test(uid)) {
      return refuse(
        `invalid alert rule: cannot create rule with UID "${uid}": invalid format of UID. Only letters, numbers, '-' and '_' are allowed`,
      );
    }
    if (uid && seen.has(uid)) {
      const error =
        'UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid';
      return {
        status: 409,
        body: {
          statusCode: 409,
          messageId: 'alerting.alert-rule.conflict',
          message: `Failed to save alert rule '${uid}' in organization 1 due to conflict: ${error}`,
          extra: { Error: error, OrgID: 1, RuleUID: uid },
        },
      };
    }
    seen.add(uid);
  }
  return undefined;
}

/**
 * `PUT` of a whole rule group: left-out rules go, a uid of another group moves here in silence,
 * an empty list keeps the rules, and every rule's version grows even when nothing changed.
 */
export function putRuleGroup(
  state: GrafanaState,
  options: {
    folder: string;
    group: string;
    body: Record<string, any>;
    provenance: string;
  },
): Result {
  const { folder, group, body, provenance } = options;
  const { rules: limit = Infinity } = state.limits;
  // 12.4 counts one rule too many, and does not look whether any would be added.
  if (state.rules.size + 1 >= limit) {
    return { status: 403, body: { message: 'quota has been exceeded' } };
  }
  const refused =
    refuseOtherProvenance(state, { ...options, operation: 'update' }) ??
    checkGroup(state, folder, group, body) ??
    checkRules(state, body.rules ?? []);
  if (refused) {
    return refused;
  }
  const place = { folderUID: folder, ruleGroup: group };
  const rules: Record<string, any>[] = body.rules ?? [];
  state.intervals.set(`${folder}/${group}`, body.interval ?? 0);
  if (rules.length > 0) {
    const before = state.rulesOf(folder, group);
    const stored = rules.map((rule): AlertRule => {
      const existing = rule.uid ? state.rules.get(rule.uid) : undefined;
      return {
        ...place,
        id: existing?.id ?? state.nextRuleId(),
        uid: rule.uid || state.nextUid(),
        provenance,
        updated: state.timestamp(),
        version: (existing?.version ?? 0) + 1,
        body: rule,
      };
    });
    for (const { uid } of [...before, ...stored]) {
      state.rules.delete(uid);
    }
    for (const rule of stored) {
      state.rules.set(rule.uid, rule);
    }
  }
  return {
    status: 200,
    body: {
      title: group,
      folderUid: folder,
      interval: body.interval ?? 0,
      rules: body.rules ? rules.map(rule => describeRule(rule, rule)) : null,
    },
  };
}
