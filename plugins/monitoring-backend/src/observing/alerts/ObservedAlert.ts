/** An alert as its sources tell it, before it is known whose it is. */
export interface ObservedAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'firing' | 'pending' | 'silenced';
  /** ISO 8601. */
  since: string;
  value?: number;
  /** Alertmanager tells nobody of it, because another alert fires. */
  inhibited?: boolean;
  silence?: { until: string; by: string; comment: string };
  /** `prometheus:default`, `alertmanager:default`. */
  sources: string[];
}
