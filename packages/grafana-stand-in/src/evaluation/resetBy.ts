import { normaliseDuration } from '../state/alertRule';
import { equalJson } from '../state/equalJson';
import { AlertRule } from '../state/GrafanaState';

/** What instances begin anew after a rule was written: none, those that are pending, or all. */
export type Reset = 'none' | 'pending' | 'all';

/** What else makes a rule another rule; annotations and an equal write do not. */
function identity({ body, folderUID, ruleGroup }: AlertRule): unknown {
  return {
    folderUID,
    ruleGroup,
    title: body.title,
    labels: body.labels ?? {},
    condition: body.condition,
    data: (body.data ?? []).map((query: Record<string, unknown>) => ({
      refId: query.refId,
      datasourceUid: query.datasourceUid,
      model: query.model,
    })),
    isPaused: body.isPaused ?? false,
    // Grafana makes labels of the receiver and the grouping.
    notificationSettings: body.notification_settings ?? null,
  };
}

/** Which instances a write of a rule restarts (recording `alert-state-reset`). */
export function resetBy(before: AlertRule, after: AlertRule): Reset {
  if (!equalJson(identity(before), identity(after))) {
    return 'all';
  }
  return normaliseDuration(before.body.for) ===
    normaliseDuration(after.body.for)
    ? 'none'
    : 'pending';
}
