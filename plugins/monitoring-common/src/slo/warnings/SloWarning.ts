/** One thing to know about an SLO, for the author of its annotation. */
export interface SloWarning {
  message: string;
  /** Defaults to a short form that does not have the trouble. */
  example?: string;
}
