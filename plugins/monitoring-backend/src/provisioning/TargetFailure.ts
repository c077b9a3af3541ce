/** A target that could not be listed, or whose writes did not take effect. */
export interface TargetFailure {
  target: string;
  /** For people. */
  message: string;
  /** In seconds: how long it asked to be left in peace. */
  retryAfter?: number;
}
