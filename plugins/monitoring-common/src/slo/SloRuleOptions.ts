/**
 * What the rules of an SLO say beside its figures. All of it goes into annotations, so that a
 * change restarts no alert.
 *
 * @public
 */
export interface SloRuleOptions {
  /** Canonical ref of the owner. */
  owner?: string;
  runbookUrl?: string;
  /** Where a person sees the SLO. */
  dashboardUrl?: string;
  /** The entity's tab in the portal. */
  entityUrl?: string;
  /** Owner mark; the key of the SLO's managed object when absent. */
  key?: string;
  /** Prometheus duration; absent means the server's own evaluation interval. */
  interval?: string;
  /**
   * `false`: rules of its own also for an SLO that could share them, see {@link sharesRules}.
   * Default `true`.
   */
  share?: boolean;
}
