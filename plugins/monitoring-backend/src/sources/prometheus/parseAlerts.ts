import { parseSampleValue } from './parseSampleValue';
import { PrometheusAlert } from './PrometheusClient';

interface WireAlert {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  state: string;
  activeAt: string;
  value?: string;
}

/** Reads alerts as `/alerts` answers them; inactive ones are left out. */
export function parseAlerts(alerts: unknown): PrometheusAlert[] {
  return ((alerts ?? []) as WireAlert[]).flatMap(alert =>
    alert.state === 'firing' || alert.state === 'pending'
      ? [
          {
            labels: alert.labels ?? {},
            annotations: alert.annotations ?? {},
            state: alert.state,
            activeAt: alert.activeAt,
            value: parseSampleValue(alert.value),
          },
        ]
      : [],
  );
}
