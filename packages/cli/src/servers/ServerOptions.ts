/** Options of every command that may ask a Prometheus. */
export interface ServerOptions {
  /** Its address; absent: nobody is asked. */
  prometheus?: string;
  /** `Name: value`. */
  header: string[];
  tokenFile?: string;
  /** Deadline of one query, `30s`. */
  timeout: string;
}
