/** An alert that Alertmanager holds. */
export interface AlertmanagerAlert {
  fingerprint: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** ISO 8601. */
  startsAt: string;
  /** ISO 8601. */
  endsAt: string;
  status: {
    state: 'active' | 'suppressed' | 'unprocessed';
    /** Ids of silences. */
    silencedBy: string[];
    /** Fingerprints of alerts. */
    inhibitedBy: string[];
  };
}

/** A silence that Alertmanager holds. */
export interface AlertmanagerSilence {
  id: string;
  matchers: {
    name: string;
    value: string;
    isRegex: boolean;
    /** Negative matchers have `false`. */
    isEqual: boolean;
  }[];
  /** ISO 8601. */
  startsAt: string;
  /** ISO 8601. */
  endsAt: string;
  createdBy: string;
  comment: string;
  state: 'active' | 'pending' | 'expired';
}

/** Options of every call. */
export interface AlertmanagerCallOptions {
  signal?: AbortSignal;
}

/**
 * Reads one Alertmanager.
 *
 * Every method throws `ServiceUnavailableError` when it does not answer properly.
 */
export interface AlertmanagerClient {
  /** Id of the configured instance. */
  readonly id: string;
  alerts(options?: AlertmanagerCallOptions): Promise<AlertmanagerAlert[]>;
  silences(options?: AlertmanagerCallOptions): Promise<AlertmanagerSilence[]>;
}
