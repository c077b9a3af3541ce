import {
  DialectDuration,
  MetricDialect,
} from '@sightline/backstage-plugin-monitoring-node';

/** How a GraphQL server names the metrics of its operations. */
export interface GraphqlDialect extends MetricDialect {
  /** Which library, in which version, the names were seen in. */
  metricsFrom: string;
  /** The counter of failures. */
  failed: {
    metric: string;
    matchers?: string;
    /** Matchers of those failures that `count` leaves out. */
    uncounted?: string;
    /** The label that says why. */
    reason?: string;
  };
  operation: {
    /** The label by which operations are told apart. */
    label: string;
    /** For people: `operation`, `type of operation`. */
    title: string;
    /** A counter that has the label, where `count` has not. */
    count?: string;
  };
  duration?: DialectDuration & {
    /** The label by which operations are told apart in durations. */
    label: string;
  };
  /** A sentence on what the numbers leave out or count besides. */
  note?: string;
}
