/**
 * How one library or exporter names the metrics of a thing that many of them measure.
 *
 * @public
 */
export interface MetricDialect {
  /** `[a-z0-9-]+`: as written in `http(dialect=spring-boot)`, and the id of its probe. */
  id: string;
  /** For people: `Spring Boot`. */
  title: string;
  /** The counter of what is measured, by which the dialect is known. */
  count: string;
  /** What tells it from others with the same name: `route!="", status_code!=""`. */
  tells?: string;
}
