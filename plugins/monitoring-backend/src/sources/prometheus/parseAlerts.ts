import { areTexts, textsOf } from '../texts';
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
