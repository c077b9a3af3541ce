/** An alert as its sources tell it, before it is known whose it is. */
export interface ObservedAlert {
  /** Of what makes it the alert that it is, whichever source tells it. */
  id: string;
  /** What makes it the alert that it is: no label by which replicas differ is among it. */
  identity: Record<string, string>;
  /** Those that all copies have. */
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'firing' | 'pending' | 'silenced';
  /** ISO 8601, in UTC; absent when no source says it. */
  since?: string;
  value?: number;
  /** Alertmanager tells nobody of it, because another alert fires. */
  inhibited?: boolean;
  silence?: { until: string; by: string; comment: string };
  /** `prometheus:default`, `alertmanager:default`. */
  sources: string[];
  /** A source evaluates it, rather than being told of it. */
  isEvaluated: boolean;
  /** Unix milliseconds; set when none of its sources answers, and says when the last one did. */
  lastKnownAt?: number;
}
