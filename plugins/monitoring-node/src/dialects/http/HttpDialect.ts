import { DialectDuration } from '../durationExpressions';
import { MetricDialect } from '../MetricDialect';

/**
 * How a library, proxy or mesh names the metrics of HTTP requests.
 *
 * @public
 */
export interface HttpDialect extends MetricDialect {
  /** Which library or exporter, in which version, the names were seen in. */
  metricsFrom: string;
  /** What every expression adds to the entity's selector, such as `reporter="destination"`. */
  matchers?: string;
  /** The label with the route, or what comes nearest; absent where there is none. */
  route?: string;
  /** The label with the answer's status, or its class. */
  status: string;
  /** The matcher of requests that failed. */
  failed: string;
  /** Absent where no durations are published. */
  duration?: DialectDuration;
  /** Gauge of the requests that are being answered, or what comes nearest. */
  inFlight?: {
    metric: string;
    matchers?: string;
    /** What is counted, when it is not requests: `Open connections`. */
    title?: string;
    /** Only some of those who speak the dialect have it. */
    optional?: boolean;
  };
  /** A sentence on what the numbers leave out or count besides. */
  note?: string;
}
