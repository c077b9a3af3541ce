import { AlertmanagerAlert, areTexts, textsOf } from '../../sources';

type ReceivedAlert = Pick<AlertmanagerAlert, 'labels' | 'annotations'> &
  Partial<Pick<AlertmanagerAlert, 'status'>>;

/**
 * What can be read of the alerts that a source has told, whose types it may not keep to: alerts of
 * all sources are shown together, so what cannot be read of one would stop the others. An
 * annotation that is no text is left out, and so is an alert whose labels or suppressions are none.
 */
export function readableAlerts<T extends ReceivedAlert>(
  alerts: readonly T[],
): T[] {
  return alerts
    .filter(
      ({ labels, status }) =>
        areTexts(labels) &&
        (!status ||
          (isTexts(status.silencedBy) && isTexts(status.inhibitedBy))),
    )
    .map(alert =>
      areTexts(alert.annotations)
        ? alert
        : { ...alert, annotations: textsOf(alert.annotations) },
    );
}

function isTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every(one => typeof one === 'string');
}
