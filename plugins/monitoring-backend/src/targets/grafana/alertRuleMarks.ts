import { NO_TIME, normaliseDuration } from './normaliseDuration';
import { GrafanaAlertRule } from './api/RuleGroupsApi';
import { mayBeOurs } from './isOurUid';

/** Key of the managed object; its first part is the entity, or what it was named before. */
const KEY = 'sightline_key';
/** The entity, where the key does not name it any more. */
const ENTITY = 'sightline_entity';
const HASH = 'sightline_hash';
/** What 12.4 adds to the model of every query (recording `rule-groups`). */
const ADDED_TO_MODELS: Record<string, unknown> = {
  intervalMs: 1_000,
  maxDataPoints: 43_200,
};

function entityOf(key: string): string {
  return key.split('|')[0];
}

/** The owner marks of a rule are annotations: a changed label would restart a firing alert. */
export function markRule(
  rule: Record<string, any>,
  owner: { key: string; entityRef: string; hash: string },
): Record<string, unknown> {
  const isRenamed = entityOf(owner.key) !== owner.entityRef;
  return {
    ...rule,
    annotations: {
      ...rule.annotations,
      [KEY]: owner.key,
      ...(isRenamed ? { [ENTITY]: owner.entityRef } : {}),
      [HASH]: owner.hash,
    },
  };
}

/** Who a rule belongs to; `undefined` when it is a person's, a copy of one of ours included. */
export function readRuleOwner(
  rule: GrafanaAlertRule,
): { entityRef: string; hash: string } | undefined {
  const { [KEY]: key, [ENTITY]: entity, [HASH]: hash } = rule.annotations ?? {};
  return key && hash && mayBeOurs(rule.uid)
    ? { entityRef: entity ?? entityOf(key), hash }
    : undefined;
}

function queryContent(query: Record<string, any>): Record<string, unknown> {
  const model = Object.fromEntries(
    Object.entries(query.model ?? {}).filter(
      ([name, value]) => ADDED_TO_MODELS[name] !== value,
    ),
  );
  return {
    refId: query.refId,
    datasourceUid: query.datasourceUid,
    relativeTimeRange: query.relativeTimeRange,
    model,
  };
}

/** Who is told, in the form in which it is written; a rule that tells nobody has `null` there. */
function notificationContent(settings: unknown): Record<string, unknown> {
  return settings
    ? {
        notification_settings: Object.fromEntries(
          Object.entries(settings).filter(([, value]) => value !== null),
        ),
      }
    : {};
}

/** What none of our rules has; that a person set it, only a value beside the default shows. */
function addedContent(rule: Record<string, any>): Record<string, unknown> {
  const firesOn = normaliseDuration(rule.keep_firing_for);
  const { missingSeriesEvalsToResolve: evaluations, record } = rule;
  return {
    ...(firesOn === NO_TIME ? {} : { keep_firing_for: firesOn }),
    ...(evaluations ? { missingSeriesEvalsToResolve: evaluations } : {}),
    ...(record ? { record } : {}),
  };
}

/** A rule as its author meant it: what 12.4 adds or leaves out is the same again. */
export function ruleContent(
  rule: Record<string, any>,
): Record<string, unknown> {
  const {
    [KEY]: _key,
    [ENTITY]: _entity,
    [HASH]: _hash,
    ...annotations
  } = rule.annotations ?? {};
  return {
    uid: rule.uid,
    title: rule.title,
    condition: rule.condition,
    data: rule.data.map(queryContent),
    noDataState: rule.noDataState,
    execErrState: rule.execErrState,
    for: normaliseDuration(rule.for),
    annotations,
    labels: rule.labels ?? {},
    isPaused: rule.isPaused ?? false,
    ...notificationContent(rule.notification_settings),
    ...addedContent(rule),
  };
}
