import { listOf } from './listOf';
import { parseSampleValue } from './parseSampleValue';
import { PrometheusAlert } from './PrometheusClient';

type WireAlert = Partial<Record<keyof PrometheusAlert, unknown>>;

/**
 * Reads alerts as `/alerts` answers them; inactive ones are left out. An alert whose labels or time
 * are no texts is left out too, and so is an annotation that is none: the others are as good as
 * ever.
 *
 * @throws `ServiceUnavailableError` when there is something other than a list
 */
export function parseAlerts(alerts: unknown): PrometheusAlert[] {
  return listOf('Prometheus', alerts).flatMap(alert => {
    const {
      labels = {},
      annotations,
      state,
      activeAt,
      value,
    } = (alert ?? {}) as WireAlert;
    if (
      (state !== 'firing' && state !== 'pending') ||
      typeof activeAt !== 'string' ||
      !areTexts(labels)
    ) {
      return [];
    }
    return [
      {
        labels,
        annotations: textsOf(annotations),
        state,
        activeAt,
        value: parseSampleValue(value),
      },
    ];
  });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function areTexts(value: unknown): value is Record<string, string> {
  return isMap(value) && Object.values(value).every(isText);
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).filter(
      (entry): entry is [string, string] => isText(entry[1]),
    ),
  );
}
