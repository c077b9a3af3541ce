/** A target that could not be listed, or whose writes did not take effect. */
export interface TargetFailure {
  target: string;
  message: string;
}
