/** An alert that Alertmanager holds. */
export interface AlertmanagerAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** ISO 8601. */
  startsAt: string;
  status: {
    /** Ids of silences. */
    silencedBy: string[];
    /** Fingerprints of alerts. */
    inhibitedBy: string[];
  };
  /** Where the server that sent it shows it; absent when it did not say. */
  generatorUrl?: string;
}

/** A silence that Alertmanager holds. */
export interface AlertmanagerSilence {
  id: string;
  /** ISO 8601. */
  endsAt: string;
  createdBy: string;
  comment: string;
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
